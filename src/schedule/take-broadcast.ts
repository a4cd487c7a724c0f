import type { PoolClient } from 'pg';
import { type Account, readAccount } from '../account/account.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import { candidates, type Selection } from '../audience/candidates.ts';
import type { Audience } from '../contract/audience.ts';
import type { Content, CopyMode } from '../contract/content.ts';
import type { FallbackStep } from '../contract/fallback.ts';
import type { Clock } from '../platform/clock.ts';
import { asEngineFor, type Database } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import { likelyInstantOf } from '../platform/wall-clock.ts';
import { localTimes, noLocalTimes } from './local-times.ts';
import { waitsForLookup } from './lookup-wait.ts';
import { compose } from './selection.ts';
import { chunkConditions, forgetChunk, nextChunk, type TakingChunk } from './taking-chunks.ts';

const TAKE = sqlFile(import.meta.url, './sql/take-chunk.sql');
const EXCLUSIONS = sqlFile(import.meta.url, './sql/take-exclusions.sql');
const KEEP_TAKEN_BACK = sqlFile(import.meta.url, './sql/keep-taken-back.sql');
const CLOSE = sqlFile(import.meta.url, './sql/take-close.sql');
const OPEN = sqlFile(import.meta.url, './sql/take-open.sql');

/** `mayGoOn`: false to leave the rest for another time. */
export type TakingOptions = { mayGoOn?: () => boolean };

type Taking = {
  audience: Audience;
  /** Of recipients of an earlier broadcast, who is named in it. */
  typed?: readonly string[];
  content: Content;
  copyMode: CopyMode;
  fallback: FallbackStep[];
  callOnlyWithoutSms: boolean;
  sendAt: Date;
  /** The wall clock of a broadcast that goes out in each recipient's own zone. */
  localWall: string | null;
  validMinutes: number;
  waitReason: 'undo' | 'scheduled' | null;
  lookupUntil: Date | null;
  /** Deliveries of the one that it replaces: their addresses get nothing of this one. */
  takenBack: string[];
};

/**
 * Writes the recipients and deliveries of a broadcast in state `taking`, chunk by chunk as they were
 * frozen when it was made, then the people typed in, and opens its lanes. Writing a chunk and forgetting
 * it are one transaction: after a crash, calling it again goes on with the next; two at once take
 * turns on the broadcast's row and write nothing twice. Returns once the broadcast is taken, or
 * canceled meanwhile, or where `mayGoOn`, asked between two chunks, says no; at once while its numbers
 * are still being looked up.
 */
export async function takeBroadcast(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
  { mayGoOn = () => true }: TakingOptions = {},
): Promise<void> {
  const account = await readAccount(database.engine, accountId);
  let more = true;
  while (more && mayGoOn()) {
    more = await asEngineFor(database, accountId, (client) =>
      takeNext(client, clock, account, broadcastId),
    );
  }
}

/** One chunk; false when nothing is left to take. */
async function takeNext(
  client: PoolClient,
  clock: Clock,
  account: Account,
  broadcastId: string,
): Promise<boolean> {
  const taking = await lockTaking(client, account.id, broadcastId, 'taking');
  if (!taking || waitsForLookup(taking.lookupUntil, clock.now())) return false;
  const selection = await selectionOf(client, account, taking, clock.now());
  const chunk = await nextChunk(client, broadcastId, selection);
  await stage(client, selection, broadcastId, chunk);
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
  if (!chunk.isLast) {
    await forgetChunk(client, account.id, broadcastId, chunk);
    return true;
  }
  if (taking.takenBack.length > 0) {
    await client.query(KEEP_TAKEN_BACK, [...key, taking.takenBack, clock.now()]);
  }
  await client.query(CLOSE, key);
  await client.query(OPEN, key);
  return false;
}

/** Locks a broadcast in a state and reads what says who is meant; undefined where it is not in that state. */
export async function lockTaking(
  client: PoolClient,
  accountId: string,
  broadcastId: string,
  state: 'taking' | 'scheduled',
): Promise<Taking | undefined> {
  const { rows } = await client.query<Taking>(
    `select audience, content, copy_mode as "copyMode", coalesce(fallback, '[]') as fallback,
            call_only_without_sms as "callOnlyWithoutSms",
            send_at as "sendAt",
            case when send_at_local then send_at_wall end as "localWall", valid_minutes as "validMinutes",
            case when undo_until is not null then 'undo'
                 when send_at_wall is not null then 'scheduled' end as "waitReason",
            lookup_until as "lookupUntil", taken_back as "takenBack"
       from broadcast
      where account_id = $1 and id = $2 and state = $3
        for update`,
    [accountId, broadcastId, state],
  );
  return rows[0];
}

/** Who is meant by a broadcast, by the rules as they are now. */
export async function selectionOf(
  client: PoolClient,
  account: Account,
  taking: Taking,
  now: Date,
): Promise<Selection> {
  const policy = await readSendingPolicy(client, account.id);
  const composed = compose(account, taking, policy, now);
  if ('problems' in composed)
    throw new Error('a broadcast is created only from texts that compile');
  const { localWall, sendAt } = taking;
  const { selection } = composed;
  const cap = selection.dailyCap;
  const time =
    localWall === null ? sendAt : (likelyInstantOf(account.timeZone, localWall) ?? sendAt);
  return { ...selection, dailyCap: cap && { ...cap, sendAt: time } };
}

/** Puts the candidates of a chunk into take_candidate, whose rows last as long as the transaction. */
async function stage(
  client: PoolClient,
  selection: Selection,
  broadcastId: string,
  chunk: TakingChunk,
): Promise<void> {
  await client.query(`create temp table if not exists take_candidate (
    at timestamptz, appointment_id uuid, position int, participant_id uuid, person_key text, copy uuid,
    channel channel, address text, reason exclusion_reason, rank bigint, name text, time_zone text,
    other_time_zones text[], fields jsonb, trace text) on commit delete rows`);
  const statement = new Statement();
  const expressions = candidates(
    statement,
    chunk.isLast ? selection : { ...selection, people: [] },
    {
      only: chunkConditions(statement, selection.account.id, broadcastId, chunk),
      withFields: true,
      broadcastId,
    },
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
}
