import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure } from '../api/failure.ts';
import { useAsking } from './asking.ts';
import { FailureNotice } from './failure-notice.tsx';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What happens if the answer is yes. */
  children: ReactNode;
  yes: string;
  no: string;
  onYes: () => void;
  isBusy: boolean;
  failure: Failure | null;
  /** Yes loses nothing: it is not said in red. */
  isHarmless?: boolean;
  /** Something is still to be typed or chosen. */
  isIncomplete?: boolean;
};

/** The question before something goes for good. What does no harm has the focus. */
export function Question(props: Props) {
  const { opened, onClose, title, children, yes, no, onYes, isBusy, failure, isIncomplete } = props;
  const { isHarmless = false } = props;
  useAsking(opened);
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack gap="md">
        {children}
        {failure && <FailureNotice failure={failure} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {no}
          </Button>
          <Button
            {...(!isHarmless && { color: 'red' })}
            loading={isBusy}
            disabled={isIncomplete ?? false}
            onClick={onYes}
          >
            {yes}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
