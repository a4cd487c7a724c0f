import type { Queryable } from '../platform/database.ts';
import { personSendTime } from './send-times.ts';

/** When the people of a chunk are written to, by their zones: two columns for take-chunk.sql. */
export type LocalTimes = { zones: string[]; times: Date[] };

/** For a broadcast that goes out to all at once. */
export const noLocalTimes: LocalTimes = { zones: [], times: [] };

/** The time of day of a broadcast that each recipient gets by their own clock, and for how long it is valid. */
export type LocalSending = { id: string; wall: string; validMinutes: number };

/**
 * When a wall clock shows for each set of zones among those who are staged. Should one of them lie
 * before or after all that were known when the broadcast was made, its time and its expiry move there.
 */
export async function localTimes(
  client: Queryable,
  account: { id: string; timeZone: string },
  { id, wall, validMinutes }: LocalSending,
): Promise<LocalTimes> {
  const { rows } = await client.query<{ key: string; zones: string[] }>(
    `select array_to_string(zones, ' ') as key, zones
       from (select distinct time_zone || other_time_zones as zones from take_candidate where rank = 1) staged`,
  );
  const found = rows.flatMap(({ key, zones }) => {
    const time = personSendTime(wall, zones, account.timeZone);
    return time ? [{ key, time }] : [];
  });
  await client.query(
    `update broadcast b
        set send_at = least(b.send_at, t.first),
            expires_at = greatest(b.expires_at, t.last + make_interval(mins => $4))
       from (select min(at) as first, max(at) as last from unnest($3::timestamptz[]) at) t
      where b.account_id = $1 and b.id = $2`,
    [account.id, id, found.map(({ time }) => time), validMinutes],
  );
  return { zones: found.map(({ key }) => key), times: found.map(({ time }) => time) };
}
