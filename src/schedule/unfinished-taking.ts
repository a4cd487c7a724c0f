import type { Queryable } from '../platform/database.ts';

/**
 * Broadcasts whose taking was cut off. One whose row is locked is being taken right now and is left
 * to whoever does it. Served by broadcast_unfinished.
 */
export async function unfinishedTaking(
  client: Queryable,
): Promise<{ accountId: string; id: string }[]> {
  const { rows } = await client.query<{ accountId: string; id: string }>(
    `select account_id as "accountId", id from broadcast where state = 'taking'
        for update skip locked`,
  );
  return rows;
}
