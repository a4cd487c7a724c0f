import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { useSession } from '../../api/session.ts';
import { count } from '../../format/count.ts';
import { durationInWords } from '../../format/duration.ts';
import { broadcastStateInWords } from '../../wording/broadcast-state.ts';
import { outcomeOrder, outcomeWords } from '../../wording/outcomes.ts';
import classes from './broadcast-view.module.css';
import { settledOf, usePace } from './use-pace.ts';

/** How far it is, in words and as a bar of outcomes. */
export function BroadcastProgress({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const { timeZone } = useSession().account;
  const pace = usePace(broadcast);
  const { total, counts, state } = broadcast;
  const settled = settledOf(broadcast);
  const gone = count(settled);
  const all = count(total);
  const leftOut = counts.left_out;
  const perSecond = pace && count(Math.ceil(pace.perSecond));
  const duration = pace && durationInWords(pace.secondsLeft);
  const parts = [
    broadcastStateInWords(broadcast, timeZone),
    state === 'sending'
      ? t`${gone} of ${all}`
      : t`${plural(total, { one: '# message', other: '# messages' })}`,
    ...(leftOut > 0 ? [t`${plural(leftOut, { one: '# left out', other: '# left out' })}`] : []),
    ...(pace ? [t`${perSecond} a second`, t`${duration} left`] : []),
  ];
  return (
    <>
      <Text>{parts.join(' · ')}</Text>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={t`Sent so far`}
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
