import type { Queryable } from '../platform/database.ts';
import { waitsForLookup } from './lookup-wait.ts';

/**
 * Broadcasts whose taking was cut off. One whose row is locked is being taken right now and is left
 * to whoever does it; so is one whose numbers are being looked up. Served by broadcast_unfinished.
 */
export async function unfinishedTaking(
  client: Queryable,
  now: Date,
): Promise<{ accountId: string; id: string }[]> {
  const { rows } = await client.query<{ accountId: string; id: string; lookupUntil: Date | null }>(
    `select account_id as "accountId", id, lookup_until as "lookupUntil" from broadcast
      where state = 'taking'
        for update skip locked`,
  );
  return rows.filter(({ lookupUntil }) => !waitsForLookup(lookupUntil, now));
}
