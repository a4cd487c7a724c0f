import { useLingui } from '@lingui/react/macro';
import type { BroadcastHistory } from '../../../../src/contract/broadcast-history.ts';
import { count } from '../../format/count.ts';
import { exactMoment } from '../../format/time.ts';
import { outcomeOrder, outcomeWords } from '../../wording/outcomes.ts';
import classes from './over-time.module.css';

/** The counts by outcome at each moment; outcomes that nothing ever had are left out. */
export function HistoryTable({ points }: { points: BroadcastHistory['points'] }) {
  const { t } = useLingui();
  const shown = outcomeOrder.filter((outcome) => points.some(({ counts }) => counts[outcome] > 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (axe: scrollable-region-focusable).
    <section className={classes.scroll} aria-label={t`Outcomes over time`} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t`Time`}</th>
            {shown.map((outcome) => (
              <th key={outcome} scope="col">
                {outcomeWords(outcome).word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ at, counts }) => (
            <tr key={at}>
              <th scope="row">{exactMoment(at)}</th>
              {shown.map((outcome) => (
                <td key={outcome}>{count(counts[outcome])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
