import type { BroadcastHistory } from '../contract/broadcast-history.ts';
import { NO_COUNTS } from '../contract/no-counts.ts';
import type { Outcome } from '../contract/outcome.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const HISTORY = sqlFile(import.meta.url, './sql/broadcast-history.sql');

type Row = { begun: string; ended: string; seconds: number } & {
  outcome: Outcome;
  n: number;
  place: number;
};

/**
 * How the outcomes of a broadcast came about, as kept whenever its counts are folded: at most 61 points
 * between the first delivery that moved and the last, none before that.
 */
export async function readHistory(
  client: Queryable,
  accountId: string,
  broadcastId: string,
  now: Date,
): Promise<BroadcastHistory> {
  const { rows } = await client.query<Row>(HISTORY, [accountId, broadcastId, now]);
  const [first] = rows;
  if (!first) return { stepSeconds: 1, points: [] };
  const begun = Date.parse(first.begun);
  // Times are rounded down to a second at least: the last one moved before this.
  const ended = Date.parse(first.ended) + 1_000;
  const steps = Math.max(...rows.map(({ place }) => place));
  const counts = { ...NO_COUNTS };
  const points: BroadcastHistory['points'] = [];
  // A point says how things stood when its step ended.
  for (let step = 0; step <= steps; step++) {
    for (const row of rows) if (row.place === step) counts[row.outcome] += row.n;
    const at = Math.min(begun + (step + 1) * first.seconds * 1_000, ended);
    points.push({ at: new Date(at).toISOString(), counts: { ...counts } });
  }
  points.unshift({ at: first.begun, counts: allWaiting(points[0]?.counts ?? NO_COUNTS) });
  return { stepSeconds: first.seconds, points };
}

/** How things stood before anything moved: moves change what a message counts as, and never how many there are. */
function allWaiting({ left_out, ...counts }: Readonly<Record<Outcome, number>>) {
  const waiting = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return { ...NO_COUNTS, left_out, waiting };
}
