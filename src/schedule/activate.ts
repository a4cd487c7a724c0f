import { readAccount } from '../account/account.ts';
import type { Clock } from '../platform/clock.ts';
import { asEngineFor, type Database, type Queryable } from '../platform/database.ts';
import { lockTaking, selectionOf } from './take-broadcast.ts';
import { freezeTicked, TAKING_CHUNK } from './taking-chunks.ts';

/** Broadcasts whose audience is to be worked out by now. Crosses accounts; served by broadcast_take_at. */
export async function dueToActivate(
  client: Queryable,
  now: Date,
): Promise<{ accountId: string; id: string }[]> {
  const { rows } = await client.query<{ accountId: string; id: string }>(
    `select account_id as "accountId", id from broadcast
      where take_at <= $1 and state = 'scheduled' order by take_at`,
    [now],
  );
  return rows;
}

/**
 * Works out who matches the filters of a broadcast whose time has come, notes it, and has it taken: one
 * transaction, so that it happens once, whoever is killed when. Whoever comes second finds it done.
 */
export async function activate(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
): Promise<void> {
  const account = await readAccount(database.engine, accountId);
  await asEngineFor(database, accountId, async (client) => {
    const taking = await lockTaking(client, accountId, broadcastId, 'scheduled');
    if (!taking) return;
    const { rowCount } = await client.query(
      `update broadcast set state = 'taking', take_at = null
        where account_id = $1 and id = $2 and take_at is not null`,
      [accountId, broadcastId],
    );
    if (rowCount !== 1) return;
    const selection = await selectionOf(client, account, taking, clock.now());
    await freezeTicked(client, broadcastId, selection, TAKING_CHUNK);
  });
}
