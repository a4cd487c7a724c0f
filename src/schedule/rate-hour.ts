import type { Queryable } from '../platform/database.ts';

const HOUR = 3_600_000;

/** An hour by which the rate of an account is watched: its key, which sorts as time does, and its end. */
export type RateHour = { key: string; endsAt: Date };

/** The hour of the clock, by UTC, in which an instant falls. */
export function rateHour(now: Date): RateHour {
  const begins = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
  return {
    key: begins.toISOString().slice(0, 13),
    endsAt: new Date(begins.getTime() + HOUR),
  };
}

/**
 * A person has looked at an alarm: what has gone out in this hour was right. The next message of the
 * hour is judged by what comes on top of it.
 */
export async function confirmRate(client: Queryable, accountId: string, now: Date): Promise<void> {
  await client.query(
    `with counted as (
       update allowance set used = 0
        where account_id = $1 and kind = 'hour' and key = $2
       returning old.used, drained_at
     )
     insert into allowance (account_id, kind, key, used, drained_at)
     select $1, 'confirmed_hour', $2, used, drained_at from counted where used > 0
     on conflict (account_id, kind, key) do update set used = allowance.used + excluded.used`,
    [accountId, rateHour(now).key],
  );
}
