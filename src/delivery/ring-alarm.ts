import type { Pool } from 'pg';
import { shutDoor } from '../account/door-lock.ts';
import { inTransaction } from '../platform/database.ts';
import { give } from '../platform/signals.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { DueLane } from './lane.ts';
import type { Ticked } from './tick.ts';

const RING = sqlFile(import.meta.url, './sql/ring-alarm.sql');

/** Why a broadcast pauses by itself. */
export type Alarm =
  | { reason: 'same_person'; deliveryId: string }
  | { reason: 'unusual_rate'; deliveryId: null };

/**
 * Pauses the broadcast of a lane until a person resumes it, who is then taken at their word. Should
 * the process end before this commits, the door rings the same alarm for the next one.
 */
export async function ringAlarm(
  pool: Pool,
  { accountId, broadcastId }: DueLane,
  now: Date,
  { reason, deliveryId }: Alarm,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await shutDoor(client, accountId);
    await client.query(RING, [accountId, broadcastId, now, reason, deliveryId]);
    await give(client, { topic: 'broadcast', accountId, id: broadcastId });
  });
}

/** Rings where the door found that one address gets too much. */
export async function ringForBurst(
  pool: Pool,
  lane: DueLane,
  now: Date,
  turnedAway: Ticked['turnedAway'],
): Promise<void> {
  const burst = turnedAway.find(({ shut }) => shut === 'burst');
  if (!burst) return;
  await ringAlarm(pool, lane, now, { reason: 'same_person', deliveryId: burst.deliveryId });
}
