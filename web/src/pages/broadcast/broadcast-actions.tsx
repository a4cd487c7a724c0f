import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { useBroadcastOrder } from '../../api/broadcasts.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { AskingPopover } from '../../components/asking-popover.tsx';
import { failureInWords } from '../../wording/failures.ts';

/** Pause, resume, and take back what has not gone out. */
export function BroadcastActions({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const order = useBroadcastOrder(broadcast.id);
  const [asking, setAsking] = useState(false);
  const mayAct = useMayAct();
  const {
    state,
    pausedAt,
    counts: { waiting },
  } = broadcast;
  if (state === 'sent' || state === 'canceled' || !mayAct) return null;
  return (
    <>
      {order.error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {failureInWords(failureOf(order.error)).what}
        </Text>
      )}
      {pausedAt === null ? (
        <Button variant="default" loading={order.isPending} onClick={() => order.mutate('pause')}>
          <Trans context="button">Pause</Trans>
        </Button>
      ) : (
        <Button variant="default" loading={order.isPending} onClick={() => order.mutate('resume')}>
          <Trans context="button">Resume</Trans>
        </Button>
      )}
      <AskingPopover
        button={state === 'scheduled' ? t`Take back` : t`Take back the rest`}
        isOpen={asking}
        onOpen={() => setAsking(true)}
        onClose={() => setAsking(false)}
      >
        <Stack gap="sm" maw={280}>
          <Text>
            {state === 'taking' ? (
              <Trans>Take back everything not sent yet? This cannot be undone.</Trans>
            ) : (
              <Plural
                value={waiting}
                one="Take back # message not sent yet? This cannot be undone."
                other="Take back # messages not sent yet? This cannot be undone."
              />
            )}
          </Text>
          <Button
            variant="default"
            loading={order.isPending}
            onClick={() => order.mutate('cancel', { onSuccess: () => setAsking(false) })}
          >
            <Trans>Take it back</Trans>
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setAsking(false)}>
            <Trans>Let it go on</Trans>
          </Button>
        </Stack>
      </AskingPopover>
    </>
  );
}
