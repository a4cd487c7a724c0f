import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';

/** Why an alarm paused the message, for whoever decides whether it goes on. */
export function AlarmNotice({ broadcast }: { broadcast: Broadcast }) {
  const { pauseReason, pauseDetail } = broadcast;
  if (pauseReason === null || pauseReason === 'person') return null;
  const what =
    pauseReason === 'same_person'
      ? `Paused: ${pauseDetail ?? 'somebody'} would get too many messages within an hour`
      : 'Paused: far more messages are going out than is normal here';
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={what}
    >
      <Text size="sm">
        If that is right, resume it: it goes on in your name and does not stop for this again.
        Otherwise cancel the rest.
      </Text>
    </Alert>
  );
}
