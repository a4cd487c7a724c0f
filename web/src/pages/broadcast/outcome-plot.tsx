import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { BroadcastHistory } from '../../../../src/contract/broadcast-history.ts';
import type { Outcome } from '../../../../src/contract/outcome.ts';
import { count } from '../../format/count.ts';
import { exactMoment } from '../../format/time.ts';
import { outcomeWords } from '../../wording/outcomes.ts';
import classes from './over-time.module.css';
import { stackedAreas } from './stacked-areas.ts';

/** From the ground up. What waits is the room that is left above; who was left out never had a message. */
const stack: readonly Outcome[] = [
  'delivered',
  'with_carrier',
  'not_sure',
  'not_delivered',
  'taken_back',
  'sending',
];

/** The outcomes as areas one on the other, against all messages. */
export function OutcomePlot({ points }: { points: BroadcastHistory['points'] }) {
  const { t } = useLingui();
  const shown = stack.filter((outcome) => points.some(({ counts }) => counts[outcome] > 0));
  const { paths, most } = stackedAreas(points, shown);
  const first = points[0]?.at ?? '';
  const last = points.at(-1);
  const from = exactMoment(first);
  const to = exactMoment(last?.at ?? first);
  const now = shown
    .filter((outcome) => (last?.counts[outcome] ?? 0) > 0)
    .map((outcome) => `${outcomeWords(outcome).word} ${count(last?.counts[outcome] ?? 0)}`)
    .join(', ');
  const what = t`${plural(most, {
    one: `Outcomes of # message from ${from} to ${to}: ${now}`,
    other: `Outcomes of # messages from ${from} to ${to}: ${now}`,
  })}`;
  return (
    <figure className={classes.figure}>
      <span className={classes.most}>{count(most)}</span>
      <svg
        className={classes.plot}
        viewBox="0 0 1000 100"
        preserveAspectRatio="none"
        role="img"
        aria-label={what}
      >
        {paths.map(({ outcome, d }) => (
          <path
            key={outcome}
            d={d}
            fill={`var(--tone-${outcomeWords(outcome).tone})`}
            stroke={`var(--tone-${outcomeWords(outcome).tone})`}
          />
        ))}
      </svg>
      <div className={classes.times}>
        <span>{from}</span>
        <span>{to}</span>
        <ul className={classes.legend} aria-hidden>
          {shown.map((outcome) => (
            <li key={outcome}>
              <i style={{ background: `var(--tone-${outcomeWords(outcome).tone})` }} />
              {outcomeWords(outcome).word}
            </li>
          ))}
        </ul>
      </div>
    </figure>
  );
}
