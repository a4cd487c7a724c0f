import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction, type Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { ClaimedDelivery, Doubt, DueLane, LaneRest, WaitsFor } from './lane.ts';

const DUE = sqlFile(import.meta.url, './sql/due-lanes.sql');
const CLAIM = sqlFile(import.meta.url, './sql/claim.sql');
const RECOVER = sqlFile(import.meta.url, './sql/recover-lane.sql');
const UNSETTLED = sqlFile(import.meta.url, './sql/unsettled.sql');
const OVERDUE_PROVIDERS = sqlFile(import.meta.url, './sql/overdue-providers.sql');
const END_READY = sqlFile(import.meta.url, './sql/end-ready.sql');
const PARK = sqlFile(import.meta.url, './sql/park-lane.sql');
const REST = sqlFile(import.meta.url, './sql/rest-fallback.sql');
const FINISH = sqlFile(import.meta.url, './sql/finish-broadcast.sql');

const LOCK_BROADCAST = 'select from broadcast where account_id = $1 and id = $2 for no key update';

/** Milliseconds for which a claim holds. */
const LEASE = 20_000;

/**
 * Lanes with something to do, but for those this process already works on; those of `crowded` accounts,
 * of which it works on many already, only where others leave room.
 */
export async function dueLanes(
  client: Queryable,
  now: Date,
  busy: readonly string[],
  limit: number,
  crowded: readonly string[] = [],
): Promise<DueLane[]> {
  const due = async (most: number, ofCrowded: boolean) =>
    (await client.query<DueLane>(DUE, [now, busy, most, crowded, ofCrowded])).rows;
  const first = await due(limit, false);
  if (crowded.length === 0 || first.length >= limit) return first;
  return [...first, ...(await due(limit - first.length, true))];
}

/** Takes up to `limit` deliveries under a lease, to be carried by that provider. */
export async function claim(
  client: Queryable,
  lane: DueLane,
  providerId: string,
  now: Date,
  limit: number,
): Promise<ClaimedDelivery[]> {
  const claimId = randomUUID();
  const { rows } = await client.query<ClaimedDelivery>({
    name: 'claim',
    text: CLAIM,
    values: [
      lane.accountId,
      lane.id,
      claimId,
      now,
      new Date(now.getTime() + LEASE),
      limit,
      providerId,
    ],
  });
  return rows;
}

/** Gives back what was claimed and not opened. */
export async function unclaim(
  client: Queryable,
  lane: DueLane,
  claimIds: readonly string[],
): Promise<void> {
  await client.query(
    `update delivery set state = 'ready', claim_id = null, lease_until = null
      where account_id = $1 and lane_id = $2 and state = 'claimed' and claim_id = any ($3::uuid[])`,
    [lane.accountId, lane.id, claimIds],
  );
}

/** The providers that were called for attempts whose window ended without an answer. */
export async function overdueProviders(
  client: Queryable,
  lane: DueLane,
  now: Date,
): Promise<string[]> {
  const values = [lane.accountId, lane.id, now];
  return (await client.query<{ id: string }>(OVERDUE_PROVIDERS, values)).rows.map(({ id }) => id);
}

/** Sets right what killed workers left; `askings`: when each provider is asked about what is newly in doubt. */
export async function recoverLane(
  client: Queryable,
  lane: DueLane,
  now: Date,
  askings: ReadonlyMap<string, Date | null>,
): Promise<void> {
  const when = [[...askings.keys()], [...askings.values()]];
  await client.query(RECOVER, [lane.accountId, lane.id, now, ...when]);
}

/** Doubts that are due to be asked about. */
export async function unsettled(client: Queryable, lane: DueLane, now: Date): Promise<Doubt[]> {
  return (await client.query(UNSETTLED, [lane.accountId, lane.id, now])).rows;
}

/**
 * Whether the lane was canceled or has expired; then everything that waits in it has been ended. In a
 * fallback's each delivery has a time of its own, and what has expired is ended besides.
 */
export async function endIfShut(client: Queryable, lane: DueLane, now: Date): Promise<boolean> {
  const { rows } = await client.query<{ end: 'canceled' | 'expired' | null }>(
    `select case when l.canceled_at is not null then 'canceled' when b.expires_at <= $3 then 'expired' end as end
       from lane l join broadcast b on b.account_id = $1 and b.id = l.broadcast_id
      where l.account_id = $1 and l.id = $2`,
    [lane.accountId, lane.id, now],
  );
  const isFallback = lane.fallbackFor !== null;
  const end = rows[0]?.end ?? (isFallback ? 'expired' : null);
  if (end === null) return false;
  let moved = 1;
  while (moved > 0) {
    moved = (await client.query(END_READY, [lane.accountId, lane.id, now, end])).rowCount ?? 0;
  }
  return end === 'canceled' || !isFallback;
}

/** The speed that a person chose for the lane, in messages a minute; null: as fast as it goes. */
export async function laneSpeed(client: Queryable, lane: DueLane): Promise<number | null> {
  const { rows } = await client.query<{ perMinute: number | null }>(
    'select per_minute as "perMinute" from lane where account_id = $1 and id = $2',
    [lane.accountId, lane.id],
  );
  return rows[0]?.perMinute ?? null;
}

/** Notes for pages why a lane goes slower than it could; null: it does not. */
export async function noteWaiting(
  client: Queryable,
  lane: DueLane,
  why: WaitsFor | null,
): Promise<void> {
  await client.query(
    'update lane set waits_for = $3 where account_id = $1 and id = $2 and waits_for is distinct from $3',
    [lane.accountId, lane.id, why],
  );
}

/** Lanes that wait for the spending of another day look again: the cap may be another one now. */
export async function wakeCapped(client: Queryable, accountId: string, now: Date): Promise<void> {
  await client.query(
    `update lane set wake_at = $2 where account_id = $1 and waits_for = 'cap' and wake_at > $2`,
    [accountId, now],
  );
}

/** The broadcast has begun. */
export async function markSending(client: Queryable, lane: DueLane): Promise<void> {
  await client.query(
    `update broadcast set state = 'sending' where account_id = $1 and id = $2 and state = 'scheduled'`,
    [lane.accountId, lane.broadcastId],
  );
}

/**
 * With what a visit ends. `rest`: what is ready waits for it. `silenceTells`: for a fallback's lane,
 * whether the channel before it reports what became of a message.
 */
type Parking = { rest?: LaneRest | null; silenceTells?: boolean };

/**
 * Lays the lane to sleep until its next work, or for good; then its broadcast may have ended. One
 * transaction, so that a crash leaves no broadcast that nobody ends, under the lock of the broadcast
 * and then of the lane (in this order everywhere), so that work added meanwhile is seen or wakes it.
 */
export async function parkLane(
  pool: Pool,
  lane: DueLane,
  now: Date,
  { rest = null, silenceTells = false }: Parking = {},
): Promise<void> {
  const key = [lane.accountId, lane.id];
  const broadcastKey = [lane.accountId, lane.broadcastId];
  await inTransaction(pool, async (client) => {
    await client.query(LOCK_BROADCAST, broadcastKey);
    await client.query('select from lane where account_id = $1 and id = $2 for update', key);
    const { rows } = await client.query<{ wakeAt: Date | null; isWatched: boolean }>(PARK, [
      ...key,
      now,
      rest?.until ?? null,
      rest?.why ?? null,
      lane.dueAt,
      silenceTells,
    ]);
    const [parked] = rows;
    if (parked?.wakeAt !== null) return;
    if (parked.isWatched) await restFallbacks(client, lane.accountId, [lane.broadcastId], now);
    await client.query(FINISH, [...broadcastKey, now]);
  });
}

/** Lets fallbacks of broadcasts look whether anything is left that they wait for. */
export async function restFallbacks(
  client: Queryable,
  accountId: string,
  broadcastIds: readonly string[],
  now: Date,
): Promise<void> {
  await client.query(REST, [accountId, broadcastIds, now]);
}

/** Puts off a lane whose visit failed, so that it does not keep others from their turn. */
export async function putOff(client: Queryable, lane: DueLane, until: Date): Promise<void> {
  await client.query(
    'update lane set wake_at = $3 where account_id = $1 and id = $2 and wake_at < $3',
    [lane.accountId, lane.id, until],
  );
}
