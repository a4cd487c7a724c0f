import type { Account } from '../account/account.ts';
import type { Price } from '../contract/price.ts';
import type { SendingPolicy } from '../contract/sending-policy.ts';
import type { Queryable } from '../platform/database.ts';
import { spendingDay } from './spending-day.ts';

const MILLION = 1_000_000;

/**
 * How many numbers were looked up today, and how many still may be: by the account's number of a day, and
 * by its spending cap where the provider charges in the same currency.
 */
export async function lookupsToday(
  client: Queryable,
  account: Account,
  policy: SendingPolicy,
  price: Price,
  now: Date,
): Promise<{ usedToday: number; leftToday: number }> {
  const { rows } = await client.query<{ kind: string; used: number }>(
    `select kind, used from allowance
      where account_id = $1 and kind in ('lookup', 'spend') and key = $2`,
    [account.id, spendingDay(account.timeZone, now).key],
  );
  const used = (kind: string) => rows.find((row) => row.kind === kind)?.used ?? 0;
  const numbers = policy.lookupsDaily - used('lookup');
  const { spendingCap, currency } = policy;
  const isCapped = spendingCap !== null && price.currency === currency && price.amount > 0;
  const affordable = isCapped
    ? (spendingCap - used('spend') / MILLION) / price.amount
    : Number.POSITIVE_INFINITY;
  // Parts of a price add up, and may miss a whole number by a hair.
  const leftToday = Math.max(0, Math.floor(Math.min(numbers, affordable) + 1e-6));
  return { usedToday: Math.round(used('lookup')), leftToday };
}
