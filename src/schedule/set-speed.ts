import type { Clock } from '../platform/clock.ts';
import { asAccount, type Database } from '../platform/database.ts';

/**
 * How fast each channel of a broadcast goes, in messages a minute; null: as fast as it goes. It holds
 * from the next message on, because every attempt is opened by the speed that stands in its lane. While its
 * recipients are yet to be written, its lanes sleep on. False where there is no such broadcast or it has ended.
 */
export function setSpeed(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
  perMinute: number | null,
): Promise<boolean> {
  return asAccount(database, accountId, async (client) => {
    const { rowCount } = await client.query(
      `update lane
          set per_minute = $3, waits_for = null,
              wake_at = case when b.state = 'taking' or b.take_at is not null then lane.wake_at
                             else least(lane.wake_at, $4) end
         from broadcast b
        where lane.account_id = $1 and lane.broadcast_id = $2
          and b.account_id = $1 and b.id = $2 and b.state in ('taking', 'scheduled', 'sending')`,
      [accountId, broadcastId, perMinute, clock.now()],
    );
    return (rowCount ?? 0) > 0;
  });
}
