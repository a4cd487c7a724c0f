import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { takeBroadcast } from './take-broadcast.ts';

/**
 * Goes on with broadcasts whose taking a crash cut off. One whose row another process holds is
 * being taken right now and is left to it. Served by broadcast_unfinished.
 */
export async function resumeTaking(database: Database, clock: Clock): Promise<void> {
  const { rows } = await database.engine.query<{ account_id: string; id: string }>(
    `select account_id, id from broadcast where state = 'taking' for update skip locked`,
  );
  for (const row of rows) await takeBroadcast(database, clock, row.account_id, row.id);
}
