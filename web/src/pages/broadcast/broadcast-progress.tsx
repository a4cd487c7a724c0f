import { Text } from '@mantine/core';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { useSession } from '../../api/session.ts';
import { count, counted } from '../../format/count.ts';
import { durationInWords } from '../../format/duration.ts';
import { broadcastStateInWords } from '../../wording/broadcast-state.ts';
import { outcomeOrder, outcomeWords } from '../../wording/outcomes.ts';
import classes from './broadcast-view.module.css';
import { settledOf, usePace } from './use-pace.ts';

/** How far it is, in words and as a bar of outcomes. */
export function BroadcastProgress({ broadcast }: { broadcast: Broadcast }) {
  const { timeZone } = useSession().account;
  const pace = usePace(broadcast);
  const { total, counts, state } = broadcast;
  const settled = settledOf(broadcast);
  const parts = [
    broadcastStateInWords(broadcast, timeZone),
    state === 'sending' ? `${count(settled)} of ${count(total)}` : counted(total, 'message'),
    ...(pace
      ? [
          `${count(Math.ceil(pace.perSecond))} a second`,
          `${durationInWords(pace.secondsLeft)} left`,
        ]
      : []),
  ];
  return (
    <>
      <Text>{parts.join(' · ')}</Text>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label="Sent so far"
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        aria-valuenow={settled}
      >
        {outcomeOrder
          .filter((outcome) => outcome !== 'left_out' && outcome !== 'waiting')
          .map((outcome) => (
            <span
              key={outcome}
              style={{
                flex: `${counts[outcome]} 0 0`,
                background: `var(--tone-${outcomeWords(outcome).tone})`,
              }}
            />
          ))}
        <span style={{ flex: `${counts.waiting} 0 0` }} />
      </div>
    </>
  );
}
