import type { Queryable } from '../platform/database.ts';

/**
 * Has everyone who waits for quiet hours judged anew, by the policy as it is now: in one broadcast, or
 * (null) in all of the account's. One row a lane, however many wait; comes after shutDoor and wakes
 * the lanes, whose next visit does it.
 */
export async function askWaitersAgain(
  client: Queryable,
  accountId: string,
  broadcastId: string | null,
  now: Date,
): Promise<void> {
  await client.query(
    `update lane
        set asks_again = p.version, wake_at = least(lane.wake_at, $3)
       from sending_policy p
      where lane.account_id = $1 and ($2::uuid is null or lane.broadcast_id = $2)
        and lane.wake_at is not null and p.account_id = $1`,
    [accountId, broadcastId, now],
  );
}
