import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Account } from '../account/account.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import { holdGroups } from '../audience/expand-groups.ts';
import type { FormerRecipients, PersonOutcome } from '../contract/audience.ts';
import type { BroadcastRequest } from '../contract/broadcast.ts';
import type { Links } from '../message/attachments/attachment-links.ts';
import { readMergeConstants } from '../message/merge-constants.ts';
import type { Clock } from '../platform/clock.ts';
import { asAccount, type Database, type Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { createLanes } from './create-lanes.ts';
import { keepFiles } from './keep-files.ts';
import { lookupUntil } from './lookup-wait.ts';
import type { Composed } from './selection.ts';
import type { SendTimes } from './send-times.ts';
import { takeBackUnbegun } from './take-back.ts';
import { freezeTicked, TAKING_CHUNK } from './taking-chunks.ts';

const REPLACE = sqlFile(import.meta.url, './sql/replace.sql');
const MINUTE = 60_000;
const TITLE_LENGTH = 120;

/** What a new broadcast needs besides its request. */
export type NewBroadcast = {
  request: BroadcastRequest;
  composed: Composed;
  /** The instants of `request.sendLater`; null: now. */
  sendTimes: SendTimes | null;
  idempotencyKey: string;
  /** Of the people, where so large a send wanted it. */
  confirmedCount: number | null;
  createdBy: string;
  /** Of whoever writes; missing for the command line. */
  writerEmail?: string;
  /** For a broadcast with files. */
  links?: Links;
};

/** created: a new one. known: the same key asked for the same before. conflict: for something else. */
export type Created = { outcome: 'created' | 'known' | 'conflict'; id: string };

/**
 * Nothing was written. too_late: what was to be replaced has begun. group_gone: a group that it is for was deleted
 * since it was looked for.
 */
export type Refused = { outcome: 'too_late' } | { outcome: 'group_gone' };

/**
 * Writes the broadcast, its lanes and which appointments are ticked, in state `taking`: recipients
 * follow in chunks of so many appointments (takeBroadcast), and nothing is sent before they are all
 * written. One whose audience is worked out when its time comes is `scheduled` until then, and empty
 * (activate.ts). One that replaces a scheduled one takes that back in the same transaction, last, so that it
 * is held for the shortest time.
 */
export async function createBroadcast(
  database: Database,
  clock: Clock,
  account: Account,
  broadcast: NewBroadcast,
  chunk = TAKING_CHUNK,
): Promise<Created | Refused> {
  const { request, composed } = broadcast;
  const now = clock.now();
  const { sendLater } = request;
  const { recipients } = request.audience;
  const isLate = composed.isResolvedLate;
  const isLocal = sendLater?.zone === 'recipient';
  const undoUntil =
    broadcast.sendTimes === null && request.undoSeconds > 0
      ? new Date(now.getTime() + request.undoSeconds * 1_000)
      : null;
  const atOnce = undoUntil ?? now;
  const { earliest, latest } = broadcast.sendTimes ?? { earliest: atOnce, latest: atOnce };
  const hash = hashOf(request);
  const create = async (client: PoolClient): Promise<Created> => {
    const validMinutes =
      request.validMinutes ?? (await readSendingPolicy(client, account.id)).validMinutes;
    const writer = { name: broadcast.createdBy, email: broadcast.writerEmail ?? '' };
    const constants = await readMergeConstants(client, account.id, writer);
    const expiresAt = new Date(latest.getTime() + validMinutes * MINUTE);
    const { rows } = await client.query<{ id: string }>(
      `insert into broadcast (account_id, idempotency_key, request_hash, title, audience, content,
         copy_mode, send_at, send_at_wall, send_at_zone, undo_until, expires_at, created_by, created_at,
         policy_version, fallback, redial, send_at_local, valid_minutes, quiet_override_by, confirmed_count,
         call_only_without_sms, constants, resolve, take_at, state, has_appointments, lookup_until, parent_id, purpose)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
         $25, $26, $27 or exists (select from broadcast p where p.account_id = $1 and p.id = $29 and p.has_appointments),
         $28, $29, $30)
       on conflict (account_id, idempotency_key) do nothing
       returning id`,
      [
        account.id,
        broadcast.idempotencyKey,
        hash,
        titleOf(request),
        JSON.stringify(isLate ? request.audience : composed.audience),
        JSON.stringify(request.content),
        composed.selection.copyMode,
        earliest,
        sendLater?.wall ?? null,
        sendLater === undefined || isLocal ? null : sendLater.zone,
        undoUntil,
        expiresAt,
        broadcast.createdBy,
        now,
        composed.policyVersion,
        request.fallback?.length ? JSON.stringify(request.fallback) : null,
        request.redial ?? null,
        isLocal,
        validMinutes,
        request.ignoreQuietHours ? broadcast.createdBy : null,
        broadcast.confirmedCount,
        composed.callOnly,
        JSON.stringify(constants),
        request.resolve ?? 'frozen',
        isLate ? earliest : null,
        isLate ? 'scheduled' : 'taking',
        isLate && request.audience.appointments !== undefined,
        composed.looksUp && !isLate ? lookupUntil(now) : null,
        recipients?.broadcastId ?? null,
        purposeOf(recipients),
      ],
    );
    const id = rows[0]?.id;
    if (id === undefined) return findKnown(client, account.id, broadcast.idempotencyKey, hash);
    await keepFiles(
      client,
      account.id,
      { id, expiresAt },
      request.content,
      composed.files,
      broadcast.links,
    );
    await createLanes(client, account.id, id, request, composed.callOnly);
    if (isLate) {
      const isWhole = await holdGroups(client, account.id, request.audience);
      if (!isWhole) throw new NothingWritten('group_gone');
    } else await freezeTicked(client, id, composed.selection, chunk);
    if (request.replaces !== undefined) {
      await replace(client, clock, account.id, request.replaces, id);
    }
    return { outcome: 'created', id };
  };
  try {
    return await asAccount(database, account.id, create);
  } catch (error) {
    if (error instanceof NothingWritten) return { outcome: error.outcome };
    throw error;
  }
}

/** Undoes all that the transaction has written. */
class NothingWritten extends Error {
  readonly outcome: Refused['outcome'];
  constructor(outcome: Refused['outcome']) {
    super(outcome);
    this.outcome = outcome;
  }
}

async function replace(
  client: PoolClient,
  clock: Clock,
  accountId: string,
  old: string,
  id: string,
): Promise<void> {
  if (!(await takeBackUnbegun(client, clock, accountId, old))) throw new NothingWritten('too_late');
  // Only now: of two that would replace it, the second waits for the first, and comes too late. Those that are
  // canceled by now were so one by one: the others are ended by the workers, once this is committed.
  await client.query(REPLACE, [accountId, id, old]);
}

/** Those to whom nothing of the earlier message got through. */
const missed: ReadonlySet<PersonOutcome> = new Set([
  'not_reached',
  'reached_later',
  'under_way_later',
]);

/** A correction is for those who got the earlier message, or may have. */
function purposeOf(recipients: FormerRecipients | undefined) {
  if (!recipients) return 'broadcast';
  return recipients.outcomes.every((one) => missed.has(one)) ? 'resend' : 'correction';
}

/** The broadcast that a key made before, if any, and whether for the same request. */
export async function knownBroadcast(
  client: Queryable,
  accountId: string,
  key: string,
  request: BroadcastRequest,
): Promise<Created | null> {
  return lookFor(client, accountId, key, hashOf(request));
}

/** The broadcast that a key has made, and whether for the same. */
export async function findKnown(
  client: Queryable,
  accountId: string,
  key: string,
  hash: Buffer,
): Promise<Created> {
  const found = await lookFor(client, accountId, key, hash);
  if (!found) throw new Error('a key that conflicts belongs to a broadcast');
  return found;
}

async function lookFor(
  client: Queryable,
  accountId: string,
  key: string,
  hash: Buffer,
): Promise<Created | null> {
  const { rows } = await client.query<{ id: string; same: boolean }>(
    `select id, request_hash = $3 as same from broadcast
      where account_id = $1 and idempotency_key = $2`,
    [accountId, key, hash],
  );
  const [row] = rows;
  return row ? { outcome: row.same ? 'known' : 'conflict', id: row.id } : null;
}

function hashOf(request: BroadcastRequest): Buffer {
  return createHash('sha256').update(JSON.stringify(request)).digest();
}

/** What lists show: the email's subject, else the beginning of the text; merge fields as an ellipsis. */
export function titleOf({ content }: Pick<BroadcastRequest, 'content'>): string {
  const text =
    content.email?.subject ?? content.sms?.text ?? content.voice?.text ?? 'A recorded call';
  const line = text
    .replace(/\{\{.*?\}\}|\{%.*?%\}/gs, '…')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...line];
  if (letters.length <= TITLE_LENGTH) return line;
  return `${letters.slice(0, TITLE_LENGTH - 1).join('')}…`;
}
