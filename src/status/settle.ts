import type { PoolClient } from 'pg';
import { shutDoor } from '../account/door-lock.ts';
import type { Settlement } from '../contract/delivery.ts';
import { wakeFallback } from '../delivery/wake-fallback.ts';
import type { Clock } from '../platform/clock.ts';
import { asAccount, type Database } from '../platform/database.ts';
import { give } from '../platform/signals.ts';
import { sqlFile } from '../platform/sql-file.ts';

const SETTLE = sqlFile(import.meta.url, './sql/settle.sql');

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
    if (decision === 'send_again' && (await isTakenBack(client, accountId, deliveryId)))
      return false;
    const settled = await settle(client, accountId, [deliveryId], decision, clock.now());
    await tell(client, accountId, settled);
    return settled.length > 0;
  });
}

/** What was settled, of which broadcast. */
export type Settled = { broadcastId: string };

/** Settles those of the deliveries that are uncertain, behind a door that is shut. */
export async function settle(
  client: PoolClient,
  accountId: string,
  deliveryIds: readonly string[],
  decision: Settlement['decision'],
  now: Date,
): Promise<Settled[]> {
  const again = decision === 'send_again';
  const until = new Date(now.getTime() + AGAIN);
  // Deliveries before their attempts and in order, as everywhere, so that receipts never wait for us in a ring.
  await client.query(
    `select from delivery where account_id = $1 and id = any ($2::uuid[]) order by id for no key update`,
    [accountId, deliveryIds],
  );
  const { rows } = await client.query<Settled>(SETTLE, [accountId, deliveryIds, now, again, until]);
  if (rows.length === 0) return [];
  if (again) await reopen(client, accountId, deliveryIds, now, until);
  await wakeFallback(client, accountId, deliveryIds, now);
  return rows;
}

/** Tells pages and workers what moved. */
export async function tell(
  client: PoolClient,
  accountId: string,
  settled: readonly Settled[],
): Promise<void> {
  for (const id of new Set(settled.map(({ broadcastId }) => broadcastId))) {
    await give(client, { topic: 'broadcast', accountId, id });
    await give(client, { topic: 'work' });
  }
}

/** Whatever the broadcast's state: doubts are asked about for longer than it is valid. */
async function reopen(
  client: PoolClient,
  accountId: string,
  deliveryIds: readonly string[],
  now: Date,
  until: Date,
): Promise<void> {
  await client.query(
    `update broadcast
        set state = case when state = 'sent' then 'sending' else state end,
            finished_at = case when state <> 'sent' then finished_at end,
            expires_at = greatest(expires_at, $3)
      where account_id = $1
        and id in (select broadcast_id from delivery where account_id = $1 and id = any ($2::uuid[]))`,
    [accountId, deliveryIds, until],
  );
  await client.query(
    `update lane set wake_at = $3
      where account_id = $1
        and id in (select lane_id from delivery where account_id = $1 and id = any ($2::uuid[]))`,
    [accountId, deliveryIds, now],
  );
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
