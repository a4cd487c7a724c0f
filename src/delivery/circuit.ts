import type { Channel } from '../contract/channel.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { storableText } from '../platform/storable-text.ts';
import type { Trip } from './breaker.ts';
import type { DueLane } from './lane.ts';

const OPEN = sqlFile(import.meta.url, './sql/open-circuit.sql');
const CLOSE = sqlFile(import.meta.url, './sql/close-circuit.sql');

/** Milliseconds: no provider keeps us away for longer; what it asked for may be nonsense. */
export const LONGEST_OPEN = 60 * 60_000;
const SHORTEST_OPEN = 5_000;
const LONGEST_ANSWER = 1_000;

/** Commits that a provider is not to be called on the lane's channel; returns when it is tried again. */
export async function openCircuit(
  client: Queryable,
  { accountId, channel }: DueLane,
  providerId: string,
  { trip, isTrial, now }: { trip: Trip; isTrial: boolean; now: Date },
): Promise<Date> {
  const asked = trip.retryAfter > 0 ? Math.min(trip.retryAfter, LONGEST_OPEN) : 0;
  const { rows } = await client.query<{ retryAt: Date }>(OPEN, [
    accountId,
    providerId,
    channel,
    now,
    trip.reason,
    storableText(trip.answer, LONGEST_ANSWER),
    asked,
    isTrial,
  ]);
  return rows[0]?.retryAt ?? new Date(now.getTime() + SHORTEST_OPEN);
}

/** Whether this process is the one that tries a provider whose time has come; nobody else does before `until`. */
export async function takeTrial(
  client: Queryable,
  { accountId, channel }: DueLane,
  providerId: string,
  now: Date,
  until: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update circuit set retry_at = $5
      where account_id = $1 and provider_id = $2 and channel = $3
        and (retry_at <= $4 or retry_at > $6)`,
    [accountId, providerId, channel, now, until, farFrom(now)],
  );
  return rowCount === 1;
}

/** Nothing was sent: whoever has something may try. */
export async function leaveTrial(
  client: Queryable,
  { accountId, channel }: DueLane,
  providerId: string,
  now: Date,
): Promise<void> {
  await client.query(
    'update circuit set retry_at = $4 where account_id = $1 and provider_id = $2 and channel = $3',
    [accountId, providerId, channel, now],
  );
}

/** Closes the circuit of a provider, on all its channels where none is named, and wakes the lanes. */
export async function closeCircuit(
  client: Queryable,
  accountId: string,
  providerId: string,
  channel: Channel | null,
  now: Date,
): Promise<void> {
  await client.query(CLOSE, [accountId, providerId, channel, now]);
}

/** Lanes that sleep look again who carries them and how fast; on all channels where none is named. */
export async function wakeLanes(
  client: Queryable,
  accountId: string,
  channel: Channel | null,
  now: Date,
): Promise<void> {
  await client.query(
    `update lane set wake_at = $3
      where account_id = $1 and channel = coalesce($2::channel, channel) and wake_at > $3`,
    [accountId, channel, now],
  );
}

/** Whether a circuit that stands in the table is to be respected now. A far one was written by a clock ahead. */
export function isShut(retryAt: Date, now: Date): boolean {
  return retryAt > now && retryAt <= farFrom(now);
}

function farFrom(now: Date): Date {
  return new Date(now.getTime() + LONGEST_OPEN);
}
