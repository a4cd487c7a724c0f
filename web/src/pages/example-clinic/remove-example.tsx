import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useExampleClinic } from '../../api/calendars.ts';
import { failureOf } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';

/** Takes the example clinic away, once somebody has said yes to what goes with it. */
export function RemoveExample() {
  const [isAsking, setAsking] = useState(false);
  const example = useExampleClinic();
  const close = () => {
    setAsking(false);
    example.reset();
  };
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          Take the example clinic away
        </Button>
      </Group>
      <Modal opened={isAsking} onClose={close} title="Take the example clinic away?">
        <Stack gap="md">
          <Text>
            Its appointments go, and so do the practice messages to its people, from the outbox and
            from the phones. Nothing else is touched.
          </Text>
          {example.error && <FailureNotice failure={failureOf(example.error)} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close} data-autofocus>
              Keep it
            </Button>
            <Button
              color="red"
              loading={example.isPending}
              onClick={() => example.mutate('DELETE', { onSuccess: close })}
            >
              Take it away
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
