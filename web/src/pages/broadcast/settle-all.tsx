import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { Settlement } from '../../../../src/contract/delivery.ts';
import { useSettleAll } from '../../api/broadcasts.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { AskingPopover } from '../../components/asking-popover.tsx';
import { failureInWords } from '../../wording/failures.ts';

/** Where several are not sure, one decision for all of them. */
export function SettleAll({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const settle = useSettleAll(broadcast.id);
  const [asking, setAsking] = useState(false);
  const mayAct = useMayAct();
  const unsure = broadcast.counts.not_sure;
  if (unsure < 2 || !mayAct) return null;
  const decide = (decision: Settlement['decision']) =>
    settle.mutate(decision, { onSuccess: () => setAsking(false) });
  return (
    <AskingPopover
      button={t`Settle what is not sure`}
      isOpen={asking}
      onOpen={() => setAsking(true)}
      onClose={() => setAsking(false)}
    >
      <Stack gap="sm" maw={300}>
        <Text>
          <Plural
            value={unsure}
            one="The carrier may or may not have taken # message. Who has it already gets it twice if you send it again."
            other="The carrier may or may not have taken # messages. Who has it already gets it twice if you send it again."
          />
        </Text>
        {broadcast.state !== 'canceled' && (
          <Button variant="default" loading={settle.isPending} onClick={() => decide('send_again')}>
            <Trans>Send all again</Trans>
          </Button>
        )}
        <Button variant="default" loading={settle.isPending} onClick={() => decide('write_off')}>
          <Trans>Write all off</Trans>
        </Button>
        {settle.error && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {failureInWords(failureOf(settle.error)).what}
          </Text>
        )}
      </Stack>
    </AskingPopover>
  );
}
