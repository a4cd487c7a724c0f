import type { PoolClient } from 'pg';
import type { Account } from '../account/account.ts';
import { audienceZones } from '../audience/audience-zones.ts';
import type { SendLater } from '../contract/timing.ts';
import { extendLinks } from '../message/attachments/attachment-links.ts';
import type { Clock } from '../platform/clock.ts';
import { asEngineFor, type Database } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { lockUnbegun, type Unbegun } from './lock-unbegun.ts';
import { type PersonZones, personSendTime, resolveSendTimes } from './send-times.ts';
import { lockTaking, selectionOf } from './take-broadcast.ts';

const MOVE = sqlFile(import.meta.url, './sql/move-broadcast.sql');
const MINUTE = 60_000;

/** What becomes of a wish to move: `refused` says what is wrong with the time. */
export type Moved =
  | { outcome: 'moved' | 'too_late' }
  | ({ outcome: 'refused' } & Extract<ReturnType<typeof resolveSendTimes>, { problem: unknown }>);

/**
 * Has a scheduled broadcast go out at another time, or (null) now. Who gets it stays as it was frozen; where
 * that is worked out when it goes out, it is so at the new time. In one transaction, in which nothing of it can
 * begin: what has begun is too late to be moved, as a whole.
 */
export async function moveBroadcast(
  database: Database,
  clock: Clock,
  account: Account,
  broadcastId: string,
  sendLater: SendLater | null,
): Promise<Moved> {
  return asEngineFor(database, account.id, async (client) => {
    const unbegun = await lockUnbegun(client, clock, account.id, broadcastId);
    if (!unbegun) return { outcome: 'too_late' };
    const now = clock.now();
    const isLocal = sendLater?.zone === 'recipient';
    const zones = isLocal ? await zonesOf(client, clock, account, broadcastId, unbegun) : [];
    const times =
      sendLater === null
        ? { earliest: now, latest: now }
        : resolveSendTimes(sendLater, zones, account.timeZone, now);
    if ('problem' in times) return { outcome: 'refused', ...times };
    const expiresAt = new Date(times.latest.getTime() + unbegun.validMinutes * MINUTE);
    const own = isLocal ? timesThere(sendLater.wall, zones, account.timeZone) : [];
    await client.query(MOVE, [
      account.id,
      broadcastId,
      times.earliest,
      expiresAt,
      sendLater === null ? null : 'scheduled',
      sendLater?.wall ?? null,
      sendLater === null || isLocal ? null : sendLater.zone,
      isLocal,
      own.map(({ key }) => key),
      own.map(({ time }) => time),
    ]);
    await extendLinks(client, account.id, { id: broadcastId, expiresAt });
    return { outcome: 'moved' };
  });
}

/** Where its people may be: those who are written, and where they are not all yet, those who are meant. */
async function zonesOf(
  client: PoolClient,
  clock: Clock,
  account: Account,
  broadcastId: string,
  { state, isLate }: Unbegun,
): Promise<PersonZones[]> {
  const { rows } = await client.query<{ zones: string[] }>(
    `select distinct time_zone || other_time_zones as zones from recipient
      where account_id = $1 and broadcast_id = $2`,
    [account.id, broadcastId],
  );
  const written = rows.map(({ zones }) => zones);
  if (state === 'scheduled' && !isLate) return written;
  const taking = await lockTaking(client, account.id, broadcastId, state);
  if (!taking) throw new Error('a broadcast that is locked stays in its state');
  const selection = await selectionOf(client, account, taking, clock.now());
  return [...written, ...(await audienceZones(client, selection))];
}

/** When it is that o'clock in each set of zones. */
function timesThere(wall: string, zones: readonly PersonZones[], home: string) {
  return zones.flatMap((person) => {
    const time = personSendTime(wall, person, home);
    return time ? [{ key: person.join(' '), time }] : [];
  });
}
