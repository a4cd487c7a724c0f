import type { PoolClient } from 'pg';
import { shutDoor } from '../account/door-lock.ts';
import type { Settlement } from '../contract/delivery.ts';
import { wakeFallback } from '../delivery/wake-fallback.ts';
import type { Clock } from '../platform/clock.ts';
import { asAccount, type Database } from '../platform/database.ts';
import { give } from '../platform/signals.ts';

/** Milliseconds for which what is sent again stays valid. */
const AGAIN = 3_600_000;

/**
 * A person settles what no query could: send again (knowing that it may arrive twice) or write off.
 * False where the delivery is not uncertain (any more), or is to go again in a broadcast that was taken back.
 */
export async function settleDelivery(
  database: Database,
  clock: Clock,
  accountId: string,
  deliveryId: string,
  decision: Settlement['decision'],
): Promise<boolean> {
  return asAccount(database, accountId, async (client) => {
    await shutDoor(client, accountId);
    const broadcastId = await move(client, accountId, deliveryId, decision, clock.now());
    if (broadcastId === null) return false;
    await give(client, { topic: 'broadcast', accountId, id: broadcastId });
    await give(client, { topic: 'work' });
    return true;
  });
}

async function move(
  client: PoolClient,
  accountId: string,
  deliveryId: string,
  decision: Settlement['decision'],
  now: Date,
): Promise<string | null> {
  const again = decision === 'send_again';
  if (again && (await isTakenBack(client, accountId, deliveryId))) return null;
  // The delivery before its attempt, as everywhere, so that receipts never wait for us in a ring.
  await client.query('select from delivery where account_id = $1 and id = $2 for no key update', [
    accountId,
    deliveryId,
  ]);
  const { rows } = await client.query<{ id: string; lane: string; channel: string }>(
    `with written_off as (
       update attempt set state = 'written_off', closed_at = $3, settle_at = null
        where account_id = $1 and delivery_id = $2 and state = 'uncertain'
       returning delivery_id)
     update delivery d
        set state = case when $4 then 'ready'::delivery_state else 'written_off' end,
            not_before = $3, wait_reason = null, changed_at = $3,
            expires_at = case when $4 and d.expires_at is not null then greatest(d.expires_at, $5) else d.expires_at end
       from written_off w
      where d.account_id = $1 and d.id = w.delivery_id and d.state = 'uncertain'
     returning d.broadcast_id as id, d.lane_id as lane, d.channel`,
    [accountId, deliveryId, now, again, new Date(now.getTime() + AGAIN)],
  );
  const [row] = rows;
  if (!row) return null;
  await client.query(
    `insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
     values ($1, $2, $3, 'not_sure', -1), ($1, $2, $3, $4, 1)`,
    [accountId, row.id, row.channel, again ? 'waiting' : 'not_delivered'],
  );
  if (again) {
    // Whatever its state: doubts are asked about for longer than a broadcast is valid.
    await client.query(
      `update broadcast
          set state = case when state = 'sent' then 'sending' else state end,
              finished_at = case when state <> 'sent' then finished_at end,
              expires_at = greatest(expires_at, $3)
        where account_id = $1 and id = $2`,
      [accountId, row.id, new Date(now.getTime() + AGAIN)],
    );
    await client.query('update lane set wake_at = $3 where account_id = $1 and id = $2', [
      accountId,
      row.lane,
      now,
    ]);
  }
  await wakeFallback(client, accountId, [deliveryId], now);
  return row.id;
}

/** A broadcast that was taken back sends nothing again. */
async function isTakenBack(
  client: PoolClient,
  accountId: string,
  deliveryId: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from delivery d
       join broadcast b on b.account_id = $1 and b.id = d.broadcast_id
      where d.account_id = $1 and d.id = $2 and b.state = 'canceled'`,
    [accountId, deliveryId],
  );
  return rowCount === 1;
}
