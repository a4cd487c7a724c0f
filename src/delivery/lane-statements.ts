import type { Pool } from 'pg';
import { inTransaction, type Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { ClaimedDelivery, DueLane, OpenedAttempt } from './lane.ts';

const DUE = sqlFile(import.meta.url, './sql/due-lanes.sql');
const CLAIM = sqlFile(import.meta.url, './sql/claim.sql');
const RECOVER = sqlFile(import.meta.url, './sql/recover-lane.sql');
const UNSETTLED = sqlFile(import.meta.url, './sql/unsettled.sql');
const TAKE_BACK = sqlFile(import.meta.url, './sql/take-back-ready.sql');
const PARK = sqlFile(import.meta.url, './sql/park-lane.sql');
const FINISH = sqlFile(import.meta.url, './sql/finish-broadcast.sql');

/** Milliseconds for which a claim holds. */
const LEASE = 30_000;

/** Lanes with something to do, but for those this process already works on. */
export async function dueLanes(
  client: Queryable,
  now: Date,
  busy: readonly string[],
  limit: number,
): Promise<DueLane[]> {
  return (await client.query<DueLane>(DUE, [now, busy, limit])).rows;
}

/** Takes up to `limit` deliveries under the lease of `claimId`. */
export async function claim(
  client: Queryable,
  lane: DueLane,
  claimId: string,
  now: Date,
  limit: number,
): Promise<ClaimedDelivery[]> {
  const { rows } = await client.query<ClaimedDelivery>({
    name: 'claim',
    text: CLAIM,
    values: [lane.accountId, lane.id, claimId, now, new Date(now.getTime() + LEASE), limit],
  });
  return rows;
}

/** Gives back what was claimed and not opened. */
export async function unclaim(client: Queryable, lane: DueLane, claimId: string): Promise<void> {
  await client.query(
    `update delivery set state = 'ready', claim_id = null, lease_until = null
      where account_id = $1 and lane_id = $2 and state = 'claimed' and claim_id = $3`,
    [lane.accountId, lane.id, claimId],
  );
}

/** Sets right what killed workers left; `settleAt` is when doubts are to be asked about. */
export async function recoverLane(
  client: Queryable,
  lane: DueLane,
  now: Date,
  settleAt: Date | null,
): Promise<void> {
  await client.query(RECOVER, [lane.accountId, lane.id, now, settleAt]);
}

/** Doubts that are due to be asked about. */
export async function unsettled(
  client: Queryable,
  lane: DueLane,
  now: Date,
): Promise<(OpenedAttempt & { openedAt: Date })[]> {
  return (await client.query(UNSETTLED, [lane.accountId, lane.id, now])).rows;
}

/** Whether the lane was canceled; then everything that waits in it has been taken back. */
export async function takeBackIfCanceled(
  client: Queryable,
  lane: DueLane,
  now: Date,
): Promise<boolean> {
  const { rows } = await client.query<{ canceled: boolean }>(
    'select canceled_at is not null as canceled from lane where account_id = $1 and id = $2',
    [lane.accountId, lane.id],
  );
  if (!rows[0]?.canceled) return false;
  let moved = 1;
  while (moved > 0) {
    moved = (await client.query(TAKE_BACK, [lane.accountId, lane.id, now])).rowCount ?? 0;
  }
  return true;
}

/** The broadcast has begun. */
export async function markSending(client: Queryable, lane: DueLane): Promise<void> {
  await client.query(
    `update broadcast set state = 'sending' where account_id = $1 and id = $2 and state = 'scheduled'`,
    [lane.accountId, lane.broadcastId],
  );
}

/** Lays the lane to sleep until its next work, or for good; then its broadcast may have ended. */
export async function parkLane(pool: Pool, lane: DueLane, now: Date): Promise<void> {
  const wakeAt = await inTransaction(pool, async (client) => {
    const key = [lane.accountId, lane.id];
    await client.query('select from lane where account_id = $1 and id = $2 for update', key);
    return (await client.query<{ wakeAt: Date | null }>(PARK, key)).rows[0]?.wakeAt ?? null;
  });
  if (wakeAt === null) await pool.query(FINISH, [lane.accountId, lane.broadcastId, now]);
}
