import type { Account } from '../../account/account.ts';
import type { Price } from '../../contract/price.ts';
import type { SendingPolicy } from '../../contract/sending-policy.ts';
import type { Queryable } from '../../platform/database.ts';
import { spendingDay } from '../../schedule/spending-day.ts';
import { spendingOfDay } from '../guard-limits.ts';
import { leaseAllowance, returnAllowance } from '../lease-allowance.ts';
import type { Limit } from '../limit.ts';

const MILLION = 1_000_000;

/** A limit on look-ups, and how much of it one number uses. */
type Share = { limit: Limit; each: number };

/**
 * What an account's look-ups of today may use, by number and, in its own currency, by price: from the same
 * rows as its messages, so that all processes together keep within it.
 */
export class LookupAllowance {
  readonly #client: Queryable;
  readonly #accountId: string;
  readonly #shares: readonly Share[];

  constructor(
    client: Queryable,
    account: Account,
    { lookupsDaily, spendingCap, currency }: SendingPolicy,
    price: Price,
    now: Date,
  ) {
    this.#client = client;
    this.#accountId = account.id;
    const { key, endsAt } = spendingDay(account.timeZone, now);
    const numbers: Limit = {
      kind: 'lookup',
      key,
      counts: 'messages',
      waitsFor: 'cap',
      capacity: lookupsDaily,
      drain: 0,
      renewedAt: endsAt,
    };
    const each = price.amount * MILLION;
    const isCapped = spendingCap !== null && price.currency === currency && each > 0;
    this.#shares = [
      { limit: numbers, each: 1 },
      ...(isCapped ? [{ limit: spendingOfDay(spendingCap, account.timeZone, now), each }] : []),
    ];
  }

  /** For how many of so many numbers it suffices; they are noted as used. */
  async take(wished: number, now: Date): Promise<number> {
    const asked = this.#shares.map(({ limit, each }) => ({
      limit,
      least: each,
      wish: wished * each,
    }));
    const leased = await leaseAllowance(this.#client, this.#accountId, asked, now);
    const fits = leased.map(({ granted }, n) => granted / (this.#shares[n]?.each ?? 1));
    const count = Math.floor(Math.min(...fits) + 1e-6);
    await this.#giveBack((limit, each) => {
      const share = leased.find((one) => one.limit === limit);
      return (share?.granted ?? 0) - count * each;
    });
    return count;
  }

  /** Gives back what was taken for so many that were not asked for, or cost nothing. */
  async giveBack(count: number): Promise<void> {
    if (count > 0) await this.#giveBack((_, each) => count * each);
  }

  async #giveBack(amountOf: (limit: Limit, each: number) => number): Promise<void> {
    const unused = this.#shares
      .map(({ limit, each }) => ({ limit, amount: amountOf(limit, each) }))
      .filter(({ amount }) => amount > 0);
    if (unused.length > 0) await returnAllowance(this.#client, this.#accountId, unused);
  }
}
