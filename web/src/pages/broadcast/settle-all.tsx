import { Button, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { Settlement } from '../../../../src/contract/delivery.ts';
import { useSettleAll } from '../../api/broadcasts.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { counted } from '../../format/count.ts';
import { failureInWords } from '../../wording/failures.ts';

/** Where several are not sure, one decision for all of them. */
export function SettleAll({ broadcast }: { broadcast: Broadcast }) {
  const settle = useSettleAll(broadcast.id);
  const [asking, setAsking] = useState(false);
  const mayAct = useMayAct();
  const unsure = broadcast.counts.not_sure;
  if (unsure < 2 || !mayAct) return null;
  const decide = (decision: Settlement['decision']) =>
    settle.mutate(decision, { onSuccess: () => setAsking(false) });
  return (
    <Popover opened={asking} onChange={setAsking} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setAsking(true)}>
          Settle what is not sure
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" maw={300}>
          <Text>
            The carrier may or may not have taken {counted(unsure, 'message')}. Who has it already
            gets it twice if you send it again.
          </Text>
          {broadcast.state !== 'canceled' && (
            <Button
              variant="default"
              loading={settle.isPending}
              onClick={() => decide('send_again')}
            >
              Send all again
            </Button>
          )}
          <Button variant="default" loading={settle.isPending} onClick={() => decide('write_off')}>
            Write all off
          </Button>
          {settle.error && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {failureInWords(failureOf(settle.error)).what}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
