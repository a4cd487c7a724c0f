import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const WAKE = sqlFile(import.meta.url, './sql/wake-fallback.sql');

/**
 * Wakes the fallbacks that watch deliveries of which a person has just decided, and reopens their
 * broadcasts; nothing where none does. In the transaction of the decision, after its deliveries are locked.
 */
export async function wakeFallback(
  client: Queryable,
  accountId: string,
  deliveryIds: readonly string[],
  now: Date,
): Promise<void> {
  await client.query(WAKE, [accountId, deliveryIds, now]);
}
