import type { PoolClient } from 'pg';
import { shutDoor } from '../account/door-lock.ts';
import type { Settlement } from '../contract/delivery.ts';
import type { Clock } from '../platform/clock.ts';
import { asEngineFor, type Database } from '../platform/database.ts';
import { settle, tell } from './settle.ts';

/** Deliveries in one transaction, so that the door is not shut for long. */
const BATCH = 1_000;

/**
 * Settles everything of a broadcast that is uncertain now, in bounded transactions. False where it is
 * to go again in a broadcast that was taken back, or nothing is uncertain.
 */
export async function settleBroadcast(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
  decision: Settlement['decision'],
): Promise<boolean> {
  const began = clock.now();
  let any = false;
  for (;;) {
    const { found, settled } = await asEngineFor(database, accountId, async (client) => {
      await shutDoor(client, accountId);
      const ids = await uncertain(client, accountId, broadcastId, began, decision);
      const moved = await settle(client, accountId, ids, decision, clock.now());
      await tell(client, accountId, moved);
      return { found: ids.length, settled: moved.length };
    });
    any ||= settled > 0;
    if (found < BATCH) return any;
  }
}

/** Not those that became uncertain meanwhile, perhaps because they were sent again. */
async function uncertain(
  client: PoolClient,
  accountId: string,
  broadcastId: string,
  began: Date,
  decision: Settlement['decision'],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select d.id
       from broadcast b
       join lane l on l.account_id = $1 and l.broadcast_id = b.id
       join delivery d on d.account_id = $1 and d.lane_id = l.id and d.state = 'uncertain' and d.changed_at <= $3
      where b.account_id = $1 and b.id = $2 and not ($4 and b.state = 'canceled')
      limit $5`,
    [accountId, broadcastId, began, decision === 'send_again', BATCH],
  );
  return rows.map(({ id }) => id);
}
