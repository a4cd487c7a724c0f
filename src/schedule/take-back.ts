import type { Clock } from '../platform/clock.ts';
import { asAccount, type Database } from '../platform/database.ts';
import { shutDoor } from './door-lock.ts';

/**
 * Takes back what has not gone out: the lanes are marked and the dispatcher turns their deliveries
 * to canceled. What is on the wire stays as it is. False where there is no such broadcast or nothing
 * is left to take back. While the recipients are still being written it cannot be marked: false too.
 */
export async function cancelBroadcast(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
): Promise<boolean> {
  return asAccount(database, accountId, async (client) => {
    await shutDoor(client, accountId);
    const { rowCount } = await client.query(
      `update broadcast set state = 'canceled'
        where account_id = $1 and id = $2 and state in ('scheduled', 'sending')`,
      [accountId, broadcastId],
    );
    if (rowCount === 0) return false;
    await client.query(
      `update lane set canceled_at = $3, paused_at = null, wake_at = $3
        where account_id = $1 and broadcast_id = $2`,
      [accountId, broadcastId, clock.now()],
    );
    return true;
  });
}

/**
 * Pauses or resumes a broadcast: one row a channel, however many deliveries wait. Calling it twice
 * is harmless. False where there is no such broadcast or it has ended.
 */
export async function setPaused(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
  paused: boolean,
): Promise<boolean> {
  return asAccount(database, accountId, async (client) => {
    await shutDoor(client, accountId);
    const { rowCount } = await client.query(
      `update lane
          set paused_at = case when $4 then coalesce(lane.paused_at, $3) end,
              wake_at = case when $4 then lane.wake_at else $3 end
         from broadcast b
        where lane.account_id = $1 and lane.broadcast_id = $2
          and b.account_id = $1 and b.id = $2 and b.state in ('scheduled', 'sending')`,
      [accountId, broadcastId, clock.now(), paused],
    );
    return (rowCount ?? 0) > 0;
  });
}
