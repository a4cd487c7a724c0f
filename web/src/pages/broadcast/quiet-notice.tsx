import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconMoon } from '@tabler/icons-react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { useBroadcastOrder } from '../../api/broadcasts.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct, useSession } from '../../api/session.ts';
import { failureInWords } from '../../wording/failures.ts';
import { quietWaitInWords } from '../../wording/quiet-wait.ts';

/** Who waits for quiet hours, and the way not to wait; or who let it go out all the same. */
export function QuietNotice({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const { quietWait, quietOverrideBy } = broadcast;
  if (quietOverrideBy !== null) {
    return <Text size="sm">{t`${quietOverrideBy} let it go out in quiet hours.`}</Text>;
  }
  if (quietWait === null) return null;
  return <Waiting id={broadcast.id} wait={quietWait} />;
}

function Waiting({ id, wait }: { id: string; wait: NonNullable<Broadcast['quietWait']> }) {
  const { t } = useLingui();
  const { account, user } = useSession();
  const order = useBroadcastOrder(id);
  const mayAct = useMayAct();
  const { name } = user;
  return (
    <Alert variant="light" icon={<IconMoon aria-hidden />} title={t`Quiet hours`}>
      <Group justify="space-between">
        <Text size="sm">{quietWaitInWords(wait, account.timeZone)}</Text>
        {mayAct && (
          <Button
            variant="default"
            loading={order.isPending}
            onClick={() => order.mutate('ignoreQuietHours')}
          >
            <Trans>Send now, in the name of {name}</Trans>
          </Button>
        )}
      </Group>
      {order.error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {failureInWords(failureOf(order.error)).what}
        </Text>
      )}
    </Alert>
  );
}
