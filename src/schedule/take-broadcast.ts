import type { PoolClient } from 'pg';
import { type Account, readAccount } from '../account/account.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import { candidates, chunkEnd, type Place } from '../audience/candidates.ts';
import type { Audience } from '../contract/audience.ts';
import type { Content, CopyMode } from '../contract/content.ts';
import type { FallbackStep } from '../contract/fallback.ts';
import type { Clock } from '../platform/clock.ts';
import { asEngineFor, type Database } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import { localTimes, noLocalTimes } from './local-times.ts';
import { compose } from './selection.ts';

const TAKE = sqlFile(import.meta.url, './sql/take-chunk.sql');
const EXCLUSIONS = sqlFile(import.meta.url, './sql/take-exclusions.sql');
const CLOSE = sqlFile(import.meta.url, './sql/take-close.sql');
const OPEN = sqlFile(import.meta.url, './sql/take-open.sql');

/** Appointments written in one transaction. */
const CHUNK = 5_000;

/** `chunk`: appointments in one transaction; `mayGoOn`: false to leave the rest for another time. */
export type TakingOptions = { chunk?: number; mayGoOn?: () => boolean };

type Taking = {
  audience: Audience;
  content: Content;
  copyMode: CopyMode;
  fallback: FallbackStep[];
  cursor: Place | null;
  sendAt: Date;
  /** The wall clock of a broadcast that goes out in each recipient's own zone. */
  localWall: string | null;
  validMinutes: number;
  waitReason: 'undo' | 'scheduled' | null;
};

/**
 * Writes the recipients and deliveries of a broadcast in state `taking`, chunk by chunk in the order
 * of the appointments, then the people typed in, and opens its lanes. Each chunk and the place where
 * it ended are one transaction: after a crash, calling it again goes on from there; two at once take
 * turns on the broadcast's row and write nothing twice. Returns once the broadcast is taken, or
 * canceled meanwhile, or where `mayGoOn`, asked between two chunks, says no.
 */
export async function takeBroadcast(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
  { chunk = CHUNK, mayGoOn = () => true }: TakingOptions = {},
): Promise<void> {
  const account = await readAccount(database.engine, accountId);
  let more = true;
  while (more && mayGoOn()) {
    more = await asEngineFor(database, accountId, (client) =>
      takeNext(client, clock, account, broadcastId, chunk),
    );
  }
}

/** One chunk; false when nothing is left to take. */
async function takeNext(
  client: PoolClient,
  clock: Clock,
  account: Account,
  broadcastId: string,
  chunk: number,
): Promise<boolean> {
  const taking = await lockTaking(client, account.id, broadcastId);
  if (!taking) return false;
  const cursor = await stageChunk(client, account, taking, chunk);
  const { localWall, validMinutes } = taking;
  const local =
    localWall === null
      ? noLocalTimes
      : await localTimes(client, account, { id: broadcastId, wall: localWall, validMinutes });
  const key = [account.id, broadcastId];
  const { rows } = await client.query<{ allServed: boolean }>(TAKE, [
    ...key,
    taking.sendAt,
    taking.waitReason,
    clock.now(),
    local.zones,
    local.times,
    validMinutes,
  ]);
  if (!rows[0]?.allServed) await client.query(EXCLUSIONS, key);
  if (cursor) {
    await client.query('update broadcast set take_cursor = $3 where account_id = $1 and id = $2', [
      ...key,
      cursor,
    ]);
    return true;
  }
  await client.query(CLOSE, key);
  await client.query(OPEN, key);
  return false;
}

async function lockTaking(
  client: PoolClient,
  accountId: string,
  broadcastId: string,
): Promise<Taking | undefined> {
  const { rows } = await client.query<Taking>(
    `select audience, content, copy_mode as "copyMode", coalesce(fallback, '[]') as fallback,
            take_cursor as cursor, send_at as "sendAt",
            case when send_at_local then send_at_wall end as "localWall", valid_minutes as "validMinutes",
            case when undo_until is not null then 'undo'
                 when send_at_wall is not null then 'scheduled' end as "waitReason"
       from broadcast
      where account_id = $1 and id = $2 and state = 'taking'
        for update`,
    [accountId, broadcastId],
  );
  return rows[0];
}

/**
 * Puts the candidates of the next appointments into take_candidate, or those of the people typed in
 * once the appointments are through. Returns where it ended; null when all is staged.
 */
async function stageChunk(
  client: PoolClient,
  account: Account,
  taking: Taking,
  chunk: number,
): Promise<Place | null> {
  const policy = await readSendingPolicy(client, account.id);
  const composed = compose(account, taking, policy);
  if ('problems' in composed)
    throw new Error('a broadcast is created only from texts that compile');
  const { selection } = composed;
  await client.query(`create temp table if not exists take_candidate (
    at timestamptz, appointment_id uuid, position int, participant_id uuid, person_key text, copy uuid,
    channel channel, address text, reason exclusion_reason, rank bigint, name text, time_zone text,
    other_time_zones text[], fields jsonb, trace text) on commit delete rows`);
  const next = selection.appointments
    ? await chunkEnd(client, selection, taking.cursor, chunk)
    : null;
  const statement = new Statement();
  const expressions = candidates(
    statement,
    next === null ? selection : { ...selection, people: [] },
    { after: taking.cursor, upTo: next },
  );
  await client.query(
    `with ${expressions}
     insert into take_candidate
     select at, appointment_id, position, participant_id, person_key, copy, channel, address, reason,
            rank, name, time_zone, other_time_zones, fields, trace
       from candidate`,
    statement.values,
  );
  await client.query('analyze take_candidate');
  return next;
}
