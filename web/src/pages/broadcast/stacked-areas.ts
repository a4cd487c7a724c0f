import type { BroadcastHistory } from '../../../../src/contract/broadcast-history.ts';
import type { Outcome } from '../../../../src/contract/outcome.ts';

/** The outline of an outcome's area, in a box of 1000 by 100. */
type Area = { outcome: Outcome; d: string };

/**
 * Areas of the outcomes over time, each standing on those before it; `most` is the number of all
 * messages that stands at the top of the box.
 */
export function stackedAreas(
  points: BroadcastHistory['points'],
  stack: readonly Outcome[],
): { paths: Area[]; most: number } {
  const times = points.map(({ at }) => Date.parse(at));
  const begun = times[0] ?? 0;
  const span = Math.max(1, (times.at(-1) ?? 0) - begun);
  const most = Math.max(1, ...points.map(({ counts }) => messagesOf(counts)));
  let ground = points.map(() => 0);
  const paths = stack.map((outcome) => {
    const top = points.map(({ counts }, i) => (ground[i] ?? 0) + counts[outcome]);
    const edge = (heights: number[]) =>
      heights.map((height, i) => {
        const x = (((times[i] ?? 0) - begun) / span) * 1_000;
        return `${x.toFixed(1)},${(100 - (height / most) * 100).toFixed(2)}`;
      });
    const d = `M${[...edge(top), ...edge(ground).reverse()].join('L')}Z`;
    ground = top;
    return { outcome, d };
  });
  return { paths, most };
}

function messagesOf({ left_out, ...counts }: Record<Outcome, number>): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}
