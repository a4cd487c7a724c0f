import type { Account } from '../account/account.ts';
import type { Channel } from '../contract/channel.ts';
import type { Plan } from '../contract/plan.ts';
import type { SendingPolicy } from '../contract/sending-policy.ts';
import type { Queryable } from '../platform/database.ts';
import { spendingDay } from './spending-day.ts';

const MILLION = 1_000_000;

/**
 * What the messages of a plan cost by the prices of the providers that carry them, and what is left of
 * today's cap; null where they are free. `units` are segments of SMS, emails and calls.
 */
export async function planCost(
  client: Queryable,
  account: Account,
  policy: Pick<SendingPolicy, 'spendingCap' | 'currency'>,
  units: Readonly<Record<Channel, number>>,
  now: Date,
): Promise<Plan['cost']> {
  const { rows } = await client.query<{ channel: Channel; price: number; used: number }>(
    `select c.channel, (p.prices ->> c.channel::text)::float8 as price,
            coalesce((select used from allowance
                       where account_id = $1 and kind = 'spend' and key = $2), 0) as used
       from channel_provider c
       join provider p on p.account_id = $1 and p.id = c.provider_id
      where c.account_id = $1 and c.position = 0 and p.prices ? c.channel::text`,
    [account.id, spendingDay(account.timeZone, now).key],
  );
  const amount = rows.reduce((sum, { channel, price }) => sum + price * units[channel], 0);
  if (amount === 0) return null;
  const { spendingCap, currency } = policy;
  const used = rows[0]?.used ?? 0;
  return {
    currency,
    amount: amount / MILLION,
    leftToday: spendingCap === null ? null : Math.max(0, spendingCap - used / MILLION),
  };
}
