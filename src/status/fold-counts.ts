import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const FOLD_COUNTS = sqlFile(import.meta.url, './sql/fold-counts.sql');

/**
 * Adds the deltas of a broadcast's counts into one row an outcome, and notes in its history that this
 * came about `now`. Two at once share the work: a delta is deleted by one of them only. Readers see the
 * same sums before and after.
 */
export async function foldCounts(
  client: Queryable,
  accountId: string,
  broadcastId: string,
  now: Date,
): Promise<void> {
  await client.query(FOLD_COUNTS, [accountId, broadcastId, now]);
}
