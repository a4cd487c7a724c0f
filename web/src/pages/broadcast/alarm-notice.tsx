import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';

/** Why an alarm paused the message, for whoever decides whether it goes on. */
export function AlarmNotice({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const { pauseReason, pauseDetail } = broadcast;
  if (pauseReason === null || pauseReason === 'person') return null;
  const what =
    pauseReason === 'same_person'
      ? pauseDetail === null
        ? t`Paused: somebody would get too many messages within an hour`
        : t`Paused: ${pauseDetail} would get too many messages within an hour`
      : t`Paused: far more messages are going out than is normal here`;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={what}
    >
      <Text size="sm">
        <Trans>
          If that is right, resume it: it goes on in your name and does not stop for this again.
          Otherwise take back the rest.
        </Trans>
      </Text>
    </Alert>
  );
}
