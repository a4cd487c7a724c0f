import type { PretendSettings } from './pretend-provider.ts';
import type { BenchmarkSetting } from './setting.ts';

/** Hours from now until the quiet ones begin, and for how many they last. */
const FAR = 6;
const LONG = 8;

/**
 * Puts in the way of an account's texts whatever there is, without it holding any of them up: quiet
 * hours that are not now, the alarms, a cap on spending with a price, and limits of speed of provider
 * and sender, both far away.
 */
export async function everythingOn(
  { database, account }: Pick<BenchmarkSetting, 'database' | 'account'>,
  provider: PretendSettings,
): Promise<void> {
  await database.engine.query(
    `update sending_policy
        set quiet_from = (now() at time zone $2)::time + make_interval(hours => $3),
            quiet_until = (now() at time zone $2)::time + make_interval(hours => $4),
            rate_alarm = true, person_hourly = 10, spending_cap = 1e15, large_send = 500
      where account_id = $1`,
    [account.id, account.timeZone, FAR, FAR + LONG],
  );
  await database.engine.query(
    `with made as (
       insert into provider (account_id, kind, name, settings, per_minute, sender_per_minute, prices)
       values ($1, 'pretend', 'Bench', $2, 100000000, 100000000, '{"sms": 1000}') returning id)
     update channel_provider set provider_id = made.id from made where account_id = $1 and channel = 'sms'`,
    [account.id, JSON.stringify(provider)],
  );
}
