import type { Queryable } from '../platform/database.ts';

/**
 * Deletes broadcasts that have ended, with all that the ledger and the pretend phones know of them, in
 * a transaction of the account. Receipts and counts may still be under way: their rows are won in the
 * order in which those take them, so that neither waits for the other in a ring.
 */
export async function deleteBroadcasts(
  client: Queryable,
  accountId: string,
  ids: readonly string[],
): Promise<void> {
  const key = [accountId, ids];
  await client.query(
    `select from delivery where account_id = $1 and broadcast_id = any ($2::uuid[]) order by id for update`,
    key,
  );
  await client.query(
    'delete from broadcast_count_delta where account_id = $1 and broadcast_id = any ($2::uuid[])',
    key,
  );
  await client.query(
    `delete from sandbox_message m
      using delivery d, attempt t
      where d.account_id = $1 and d.broadcast_id = any ($2::uuid[])
        and t.account_id = $1 and t.delivery_id = d.id
        and m.account_id = $1 and m.reference = t.id`,
    key,
  );
  await client.query('delete from broadcast where account_id = $1 and id = any ($2::uuid[])', key);
}
