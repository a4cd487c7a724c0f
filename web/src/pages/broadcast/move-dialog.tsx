import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { SendLater } from '../../../../src/contract/timing.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useMove } from '../../api/scheduled.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { forgetJustSent } from '../../sending/just-sent.ts';
import { fieldErrors } from '../../wording/failures.ts';
import { laterOf } from '../compose/draft-of-request.ts';
import { LaterFields } from '../compose/later-fields.tsx';
import { timeError, withTimeErrors } from '../compose/time-errors.ts';

type Props = { broadcast: Broadcast; sendLater: SendLater };

/** Asks for another time, with the one it has to begin with. */
export function MoveDialog({ broadcast: { id }, sendLater }: Props) {
  const { t } = useLingui();
  const move = useMove(id);
  const [later, setLater] = useState(laterOf(sendLater));
  const [isOpen, setOpen] = useState(false);
  const failure = failureOrNull(move.error);
  const errors = withTimeErrors(fieldErrors(failure), failure, later.zone === 'recipient');
  const wrong = timeError(errors);
  const open = () => {
    move.reset();
    setLater(laterOf(sendLater));
    setOpen(true);
  };
  const save = () =>
    move.mutate(
      { wall: `${later.date}T${later.time}`, zone: later.zone },
      {
        onSuccess: () => {
          forgetJustSent(id);
          setOpen(false);
        },
      },
    );
  return (
    <>
      <Button variant="default" onClick={open}>
        <Trans context="button: to another time">Move</Trans>
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t`Move it to another time`}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Stack gap="md">
            <LaterFields
              later={later}
              isWrong={wrong !== undefined}
              onChange={(changed) => {
                if (move.error) move.reset();
                setLater(changed);
              }}
            />
            {wrong !== undefined && (
              <Text size="sm" c="var(--mantine-color-error)" role="alert">
                {wrong}
              </Text>
            )}
            {failure && wrong === undefined && <FailureNotice failure={failure} />}
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={() => setOpen(false)}>
                <Trans>Leave it</Trans>
              </Button>
              <Button
                type="submit"
                loading={move.isPending}
                disabled={later.date === '' || later.time === ''}
              >
                <Trans context="button: to another time">Move it</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
