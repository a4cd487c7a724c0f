import type { Queryable } from '../platform/database.ts';

/**
 * Adds the deltas of a broadcast's counts into one row an outcome. Two at once share the work: a
 * delta is deleted by one of them only. Readers see the same sums before and after.
 */
export async function foldCounts(
  client: Queryable,
  accountId: string,
  broadcastId: string,
): Promise<void> {
  await client.query(
    `with gone as (
       delete from broadcast_count_delta where account_id = $1 and broadcast_id = $2
       returning channel, outcome, n)
     insert into broadcast_count as c (account_id, broadcast_id, channel, outcome, n)
     select $1, $2, channel, outcome, sum(n) from gone group by channel, outcome order by channel, outcome
     on conflict (account_id, broadcast_id, channel, outcome) do update set n = c.n + excluded.n`,
    [accountId, broadcastId],
  );
}
