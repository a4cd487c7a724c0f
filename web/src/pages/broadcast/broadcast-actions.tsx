import { Button, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { useBroadcastOrder } from '../../api/broadcasts.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { counted } from '../../format/count.ts';
import { failureInWords } from '../../wording/failures.ts';

/** Pause, resume, and take back what has not gone out. */
export function BroadcastActions({ broadcast }: { broadcast: Broadcast }) {
  const order = useBroadcastOrder(broadcast.id);
  const [asking, setAsking] = useState(false);
  const mayAct = useMayAct();
  const { state, pausedAt, counts } = broadcast;
  if (state === 'sent' || state === 'canceled' || !mayAct) return null;
  const rest = state === 'taking' ? 'everything' : counted(counts.waiting, 'message');
  return (
    <>
      {order.error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {failureInWords(failureOf(order.error)).what}
        </Text>
      )}
      {pausedAt === null ? (
        <Button variant="default" loading={order.isPending} onClick={() => order.mutate('pause')}>
          Pause
        </Button>
      ) : (
        <Button variant="default" loading={order.isPending} onClick={() => order.mutate('resume')}>
          Resume
        </Button>
      )}
      <Popover opened={asking} onChange={setAsking} position="bottom-end" trapFocus>
        <Popover.Target>
          <Button variant="default" onClick={() => setAsking(true)}>
            {state === 'scheduled' ? 'Cancel' : 'Cancel the rest'}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm" maw={280}>
            <Text>Take back {rest} not sent yet? This cannot be undone.</Text>
            <Button
              variant="default"
              loading={order.isPending}
              onClick={() => order.mutate('cancel', { onSuccess: () => setAsking(false) })}
            >
              Take back
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setAsking(false)}>
              Let it go on
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
