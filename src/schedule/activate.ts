import { readAccount } from '../account/account.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import type { Clock } from '../platform/clock.ts';
import { asEngineFor, type Database, type Queryable } from '../platform/database.ts';
import { lookupUntil } from './lookup-wait.ts';
import { nameAudience } from './name-audience.ts';
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
 * transaction, so that it happens once, whoever is killed when. Whoever comes second finds it done, or moved to a
 * later time. True:
 * its numbers are to be looked up first.
 */
export async function activate(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
): Promise<boolean> {
  const account = await readAccount(database.engine, accountId);
  return asEngineFor(database, accountId, async (client) => {
    const taking = await lockTaking(client, accountId, broadcastId, 'scheduled');
    if (!taking) return false;
    const now = clock.now();
    const policy = await readSendingPolicy(client, accountId);
    const looksUp = taking.callOnlyWithoutSms && policy.looksUp;
    // Of an earlier broadcast, or a group, that is there no more, nobody is found.
    const named = await nameAudience(client, account, taking.audience);
    const { rowCount } = await client.query(
      `update broadcast set state = 'taking', take_at = null, lookup_until = $3, audience = $4
        where account_id = $1 and id = $2 and take_at <= $5`,
      [
        ...[accountId, broadcastId, looksUp ? lookupUntil(now) : null],
        JSON.stringify(named.audience),
        now,
      ],
    );
    if (rowCount !== 1) return false;
    const selection = await selectionOf(client, account, { ...taking, ...named }, now);
    await freezeTicked(client, broadcastId, selection, TAKING_CHUNK);
    return looksUp;
  });
}
