import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Communication } from '../../../../src/contract/delivery.ts';
import { useTakeBack } from '../../api/deliveries.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useMove } from '../../api/scheduled.ts';
import { useMayAct } from '../../api/session.ts';
import { Question } from '../../components/question.tsx';

/** What waits for somebody is taken back for them alone; sent now where it is theirs alone. */
export function WaitingActions({ item }: { item: Communication }) {
  const { t } = useLingui();
  const { deliveryId, broadcastId, isMovable, outcome } = item;
  const takeBack = useTakeBack(deliveryId);
  const move = useMove(broadcastId);
  const mayAct = useMayAct();
  const [asking, setAsking] = useState<'now' | 'back' | null>(null);
  if (!mayAct || outcome !== 'waiting') return null;
  const close = () => setAsking(null);
  const ask = (what: 'now' | 'back') => {
    takeBack.reset();
    move.reset();
    setAsking(what);
  };
  return (
    <Group gap="xs">
      {isMovable && (
        <Button size="xs" variant="default" onClick={() => ask('now')}>
          <Trans>Send now</Trans>
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => ask('back')}>
        <Trans context="button: for one person">Take back for them</Trans>
      </Button>
      <Question
        opened={asking === 'now'}
        onClose={close}
        title={t`Send it now?`}
        yes={t`Send it now`}
        no={t`Leave it scheduled`}
        onYes={() => move.mutate(null, { onSuccess: close })}
        isBusy={move.isPending}
        failure={failureOrNull(move.error)}
      >
        <Text>
          <Trans>It goes out at once. There are no ten seconds to take it back.</Trans>
        </Text>
      </Question>
      <Question
        opened={asking === 'back'}
        onClose={close}
        title={t`Take it back for this person?`}
        yes={t({ message: 'Take it back', context: 'for one person' })}
        no={t`Let it go on`}
        onYes={() => takeBack.mutate(undefined, { onSuccess: close })}
        isBusy={takeBack.isPending}
        failure={failureOrNull(takeBack.error)}
      >
        <Text>
          <Trans>They do not get it; whoever else it is for does. This cannot be undone.</Trans>
        </Text>
      </Question>
    </Group>
  );
}
