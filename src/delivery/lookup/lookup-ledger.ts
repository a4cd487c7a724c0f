import type { Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import { storableText } from '../../platform/storable-text.ts';
import type { LookedUp, LookupOutcome } from '../../providers/provider.ts';
import type { LookupOffer } from '../../schedule/selection.ts';

/*
 * What was asked of numbers. The row of a number goes
 *
 *     (none, or its time is over) ──claim──► asking ──► answered | failed
 *
 * and is committed as asking before the call: of two who want the same number, one asks. A crash leaves it
 * there, as an answer that was lost does: it may have been charged for, so it is not asked again for a day.
 */

const CLAIM = sqlFile(import.meta.url, './sql/claim-lookups.sql');
const NOTE = sqlFile(import.meta.url, './sql/note-lookups.sql');
const FAIL = sqlFile(import.meta.url, './sql/fail-lookups.sql');

const MILLION = 1_000_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Milliseconds for which an answer counts: numbers change hands and carriers. */
const HOLDS = 90 * DAY;
/** Milliseconds until it is asked again, by what is known of the request that brought no answer. */
const AGAIN = { uncertain: DAY, rejected: 60 * MINUTE, retryable: 15 * MINUTE } as const;
const LONGEST_AGAIN = DAY;
const LONGEST_TEXT = 200;

/** Numbers that are about to be asked for, and when that was noted. */
export type Claim = { accountId: string; at: Date; numbers: string[] };

/** Notes that these are about to be asked for; the claim has those that nobody else has. */
export async function claimLookups(
  client: Queryable,
  accountId: string,
  numbers: readonly string[],
  { provider, price }: LookupOffer,
  now: Date,
): Promise<Claim> {
  const { rows } = await client.query<{ number: string }>(CLAIM, [
    accountId,
    numbers,
    provider,
    Math.round(price.amount * MILLION),
    price.currency,
    now,
    new Date(now.getTime() + AGAIN.uncertain),
  ]);
  return { accountId, at: now, numbers: rows.map(({ number }) => number) };
}

/** Notes what was answered; what was not asked for is left out. */
export async function noteLookups(
  client: Queryable,
  { accountId, at }: Claim,
  said: readonly LookedUp[],
  now: Date,
): Promise<void> {
  await client.query(NOTE, [
    accountId,
    at,
    now,
    new Date(now.getTime() + HOLDS),
    said.map(({ number }) => number),
    said.map(({ line }) => line),
    said.map(({ carrier }) => storableText(carrier, LONGEST_TEXT)),
    said.map(({ price }) => price && Math.round(price.amount * MILLION)),
    said.map(({ price }) => price?.currency ?? null),
  ]);
}

/** Notes that these got no answer, and when they may be asked for again. */
export async function failLookups(
  client: Queryable,
  { accountId, at }: Claim,
  numbers: readonly string[],
  failure: Exclude<LookupOutcome, { outcome: 'answered' }>,
  now: Date,
): Promise<void> {
  const asked = failure.outcome === 'retryable' ? (failure.retryAfter ?? 0) : 0;
  const wait = Math.min(Math.max(AGAIN[failure.outcome], asked), LONGEST_AGAIN);
  await client.query(FAIL, [
    accountId,
    at,
    numbers,
    storableText(failure.answer, LONGEST_TEXT),
    new Date(now.getTime() + wait),
    failure.outcome === 'uncertain',
  ]);
}
