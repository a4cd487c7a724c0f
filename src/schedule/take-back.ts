import type { PoolClient } from 'pg';
import { noteBroadcastCrossed } from '../account/crossing.ts';
import { shutDoor } from '../account/door-lock.ts';
import type { Clock } from '../platform/clock.ts';
import { asAccount, type Database, type Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { lockUnbegun } from './lock-unbegun.ts';
import { confirmRate } from './rate-hour.ts';

const CLOSE = sqlFile(import.meta.url, './sql/take-close.sql');

/**
 * Takes back what has not gone out: the lanes are marked and the dispatcher turns their deliveries
 * to canceled. What is on the wire stays as it is. While the recipients are still being written, no
 * more of them are. False where there is no such broadcast or nothing is left to take back.
 */
export async function cancelBroadcast(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
): Promise<boolean> {
  return (
    (await cancelTaking(database, clock, accountId, broadcastId)) ||
    (await cancelOpen(database, clock, accountId, broadcastId))
  );
}

/** Waits for the chunk under way, and so long the door must not be shut; nothing of it is open yet. */
function cancelTaking(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
): Promise<boolean> {
  return asAccount(database, accountId, async (client) => {
    if (!(await markCanceled(client, accountId, broadcastId, ['taking']))) return false;
    await client.query(CLOSE, [accountId, broadcastId]);
    await cancelLanes(client, accountId, broadcastId, clock.now());
    return true;
  });
}

function cancelOpen(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
): Promise<boolean> {
  return asAccount(database, accountId, async (client) => {
    await shutDoor(client, accountId);
    if (!(await markCanceled(client, accountId, broadcastId, ['scheduled', 'sending']))) {
      return false;
    }
    await cancelLanes(client, accountId, broadcastId, clock.now());
    await noteBroadcastCrossed(client, accountId, broadcastId, 'taken_back');
    return true;
  });
}

/**
 * Takes back a scheduled broadcast as a whole, in the caller's transaction; false where it has begun or is none
 * (lockUnbegun): then nothing is changed. None of it can have been on the wire.
 */
export async function takeBackUnbegun(
  client: PoolClient,
  clock: Clock,
  accountId: string,
  broadcastId: string,
): Promise<boolean> {
  const unbegun = await lockUnbegun(client, clock, accountId, broadcastId);
  if (!unbegun) return false;
  await markCanceled(client, accountId, broadcastId, [unbegun.state]);
  if (unbegun.state === 'taking') await client.query(CLOSE, [accountId, broadcastId]);
  await cancelLanes(client, accountId, broadcastId, clock.now());
  return true;
}

async function markCanceled(
  client: Queryable,
  accountId: string,
  broadcastId: string,
  states: readonly string[],
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update broadcast set state = 'canceled'
      where account_id = $1 and id = $2 and state = any ($3::broadcast_state[])`,
    [accountId, broadcastId, states],
  );
  return rowCount === 1;
}

async function cancelLanes(
  client: Queryable,
  accountId: string,
  broadcastId: string,
  now: Date,
): Promise<void> {
  await client.query(
    `update lane set canceled_at = $3, paused_at = null, wake_at = $3
      where account_id = $1 and broadcast_id = $2`,
    [accountId, broadcastId, now],
  );
}

/**
 * Pauses or resumes a broadcast: one row a channel, however many deliveries wait. Whoever resumes what
 * an alarm paused (`by`) has answered it: it does not ring again for this broadcast. Calling it twice
 * is harmless; while the recipients are yet to be written it holds for afterwards. False where there
 * is no such broadcast or it has ended.
 */
export async function setPaused(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
  paused: boolean,
  by = '',
): Promise<boolean> {
  return asAccount(database, accountId, async (client) => {
    await shutDoor(client, accountId);
    const { rows } = await client.query<{ alarm: string | null }>(
      `update lane
          set paused_at = case when $4 then coalesce(lane.paused_at, $3) end,
              pause_reason = case when $4 then coalesce(lane.pause_reason, 'person') end,
              pause_detail = case when $4 then coalesce(lane.pause_detail, $5) end,
              alarm_answered_by = case when lane.pause_reason <> 'person' and not $4
                                       then $5 else lane.alarm_answered_by end,
              wake_at = case when $4 or b.state = 'taking' or b.take_at is not null then lane.wake_at else $3 end
         from broadcast b
        where lane.account_id = $1 and lane.broadcast_id = $2
          and b.account_id = $1 and b.id = $2 and b.state in ('taking', 'scheduled', 'sending')
        returning case when not $4 then old.pause_reason end as alarm`,
      [accountId, broadcastId, clock.now(), paused, by],
    );
    if (paused) await noteBroadcastCrossed(client, accountId, broadcastId, 'paused');
    if (rows.some(({ alarm }) => alarm === 'unusual_rate')) {
      await confirmRate(client, accountId, clock.now());
    }
    return rows.length > 0;
  });
}
