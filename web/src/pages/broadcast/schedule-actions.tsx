import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useMove } from '../../api/scheduled.ts';
import { useMayAct } from '../../api/session.ts';
import { Question } from '../../components/question.tsx';
import { forgetJustSent } from '../../sending/just-sent.ts';
import { EditScheduled } from './edit-scheduled.tsx';
import { MoveDialog } from './move-dialog.tsx';

/** Sends a scheduled message now, moves it, or writes it anew: until it begins. */
export function ScheduleActions({ broadcast }: { broadcast: Broadcast }) {
  const { state, sendLater, pausedAt } = broadcast;
  const mayAct = useMayAct();
  if (!mayAct || state !== 'scheduled' || sendLater === null) return null;
  return (
    <>
      {pausedAt === null && <SendNow broadcast={broadcast} />}
      <MoveDialog broadcast={broadcast} sendLater={sendLater} />
      <EditScheduled broadcast={broadcast} />
    </>
  );
}

function SendNow({ broadcast: { id, total, resolve } }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const move = useMove(id);
  const goes = () => {
    forgetJustSent(id);
    setAsking(false);
  };
  const [isAsking, setAsking] = useState(false);
  const ask = (asking: boolean) => {
    move.reset();
    setAsking(asking);
  };
  return (
    <>
      <Button variant="default" onClick={() => ask(true)}>
        <Trans>Send now</Trans>
      </Button>
      <Question
        opened={isAsking}
        onClose={() => ask(false)}
        title={t`Send it now?`}
        yes={t`Send it now`}
        no={t`Leave it scheduled`}
        onYes={() => move.mutate(null, { onSuccess: goes })}
        isBusy={move.isPending}
        failure={failureOrNull(move.error)}
      >
        <Text>
          {resolve === 'at_sending' ? (
            <Trans>It goes out at once to everybody who matches its filter now.</Trans>
          ) : (
            <Plural
              value={total}
              one="# message goes out at once. There are no ten seconds to take it back."
              other="# messages go out at once. There are no ten seconds to take them back."
            />
          )}
        </Text>
      </Question>
    </>
  );
}
