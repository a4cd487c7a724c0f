import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useSettle } from '../../api/deliveries.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { failureInWords } from '../../wording/failures.ts';

/** Where nobody can say whether it was taken, a person decides. */
export function SettleChoice({ deliveryId }: { deliveryId: string }) {
  const settle = useSettle(deliveryId);
  const mayAct = useMayAct();
  return (
    <Stack gap={6} mb="sm">
      <Text>
        <Trans>
          The carrier may or may not have taken this. Sending it again can mean that they get it
          twice.
        </Trans>
      </Text>
      {mayAct && (
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            loading={settle.isPending}
            onClick={() => settle.mutate('send_again')}
          >
            <Trans>Send again</Trans>
          </Button>
          <Button
            variant="default"
            size="xs"
            loading={settle.isPending}
            onClick={() => settle.mutate('write_off')}
          >
            <Trans>Write off</Trans>
          </Button>
        </Group>
      )}
      {settle.error && (
        <Text c="var(--mantine-color-error)" role="alert">
          {failureInWords(failureOf(settle.error)).what}
        </Text>
      )}
    </Stack>
  );
}
