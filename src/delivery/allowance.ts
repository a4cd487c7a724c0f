import type { Queryable } from '../platform/database.ts';
import type { DueLane, PreparedDelivery } from './lane.ts';
import { type Leased, leaseAllowance, returnAllowance } from './lease-allowance.ts';
import { type Limit, type Units, unitsOf } from './limit.ts';

/** Milliseconds after which what was leased of a speed counts no more: it is of its own moment. */
const FRESH = 250;
/** Milliseconds that a lane waits at least before it asks again, and where nobody can say how long. */
const SHORTEST_WAIT = 5;
const UNKNOWN_WAIT = 60_000;
/** Parts of a message are counted, and may miss a whole one by a hair. */
const ROUNDING = 1e-6;

/** Which limit stands against the next delivery, and for how many milliseconds still. */
export type Refusal = { limit: Limit; wait: number };

/** A limit with what this run holds of it, and what it has used since it last asked. */
type Share = { limit: Limit; held: number; spent: number };

/**
 * What one run may use of the limits on its lane. It leases a part from the database, where all workers
 * see it, uses it without asking again, and gives back the rest. No limits, no statement.
 *
 * holding → (used up) → asks → holding | refused → (its wait is over) → asks
 */
export class Allowance {
  readonly #client: Queryable;
  readonly #lane: DueLane;
  readonly #price: number;
  readonly #shares: Share[];
  #leasedAt = new Date(0);
  #refused: (Refusal & { at: Date }) | null = null;

  constructor(client: Queryable, lane: DueLane, limits: readonly Limit[], price = 0) {
    this.#client = client;
    this.#lane = lane;
    this.#price = price;
    this.#shares = limits.map((limit) => ({ limit, held: 0, spent: 0 }));
  }

  /** Messages that a second has room for, at least one: more are not worth claiming. */
  get perSecond(): number {
    const speeds = this.#shares.filter(({ limit }) => limit.drain > 0);
    return Math.max(1, Math.min(...speeds.map(({ limit }) => limit.drain)));
  }

  /** How many of the first of these may go now; they are noted as used. */
  async cover(deliveries: readonly PreparedDelivery[], now: Date): Promise<number> {
    if (this.#shares.length === 0) return deliveries.length;
    const units = this.#unitsOf(deliveries);
    this.#forgetOld(now);
    const count = this.#spend(units);
    const rest = units.slice(count);
    if (rest.length === 0 || this.refusal(now)) return count;
    await this.#lease(rest, now);
    return count + this.#spend(rest);
  }

  /** When a limit of a day or an hour begins anew: what is held of it ends. */
  get endsAt(): Date | null {
    const ends = this.#shares.flatMap(({ limit }) => limit.renewedAt ?? []);
    return ends.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  }

  /** Why the last ones were not covered, while it lasts; a clock that is set ends it too. */
  refusal(now: Date): Refusal | null {
    if (!this.#refused) return null;
    const { limit, wait, at } = this.#refused;
    const left = wait - Math.abs(now.getTime() - at.getTime());
    return left > 0 ? { limit, wait: left } : null;
  }

  /** These were covered and not opened after all. */
  refund(deliveries: readonly PreparedDelivery[]): void {
    if (this.#shares.length === 0) return;
    for (const share of this.#shares) {
      const amount = total(this.#unitsOf(deliveries), share.limit);
      share.held += amount;
      share.spent -= amount;
    }
  }

  /** Gives back what is left, at the end of the run or of what limits it. */
  async giveBack(now: Date): Promise<void> {
    this.#forgetOld(now);
    const unused = this.#shares
      .filter(({ held }) => held > ROUNDING)
      .map(({ limit, held }) => ({ limit, amount: held }));
    for (const share of this.#shares) share.held = 0;
    if (unused.length > 0) await returnAllowance(this.#client, this.#lane.accountId, unused);
  }

  #unitsOf(deliveries: readonly PreparedDelivery[]): Units[] {
    return deliveries.map((delivery) => unitsOf(this.#lane, delivery, this.#price));
  }

  #forgetOld(now: Date): void {
    if (Math.abs(now.getTime() - this.#leasedAt.getTime()) <= FRESH) return;
    for (const share of this.#shares) if (share.limit.drain > 0) share.held = 0;
  }

  /** Uses what is held for the first of these; returns for how many it sufficed. */
  #spend(units: readonly Units[]): number {
    let count = 0;
    for (const one of units) {
      if (this.#shares.some(({ limit, held }) => held < one[limit.counts] - ROUNDING)) break;
      for (const share of this.#shares) {
        share.held -= one[share.limit.counts];
        share.spent += one[share.limit.counts];
      }
      count += 1;
    }
    return count;
  }

  /** Leases for these; and where the last lease was gone in a moment, twice as much for what will come. */
  async #lease(units: readonly Units[], now: Date): Promise<void> {
    const isFast = now.getTime() - this.#leasedAt.getTime() < FRESH / 2;
    const asked = this.#shares.map(({ limit, held, spent }) => {
      const least = Math.max(0, (units[0]?.[limit.counts] ?? 0) - held);
      return {
        limit,
        least,
        wish: Math.max(least, total(units, limit) - held, isFast ? 2 * spent : 0),
      };
    });
    const refusals: Refusal[] = [];
    for (const leased of await leaseAllowance(this.#client, this.#lane.accountId, asked, now)) {
      const share = this.#shares.find(({ limit }) => limit === leased.limit);
      if (!share) throw new Error('only limits that were asked answer');
      share.held += leased.granted;
      share.spent = 0;
      if (leased.granted < leased.least) {
        refusals.push({ limit: leased.limit, wait: waitFor(leased, now) });
      }
    }
    this.#leasedAt = now;
    const [longest] = refusals.sort((a, b) => b.wait - a.wait);
    this.#refused = longest ? { ...longest, at: now } : null;
  }
}

function total(units: readonly Units[], { counts }: Limit): number {
  return units.reduce((sum, one) => sum + one[counts], 0);
}

/**
 * Milliseconds until a limit is worth asking again: for a good part of its burst, where so much is
 * wished for, rather than for every single message; spread, so that many lanes take turns.
 */
function waitFor({ limit, room, least, wish }: Leased, now: Date): number {
  if (room >= least) return SHORTEST_WAIT;
  if (limit.drain <= 0) {
    return limit.renewedAt ? limit.renewedAt.getTime() - now.getTime() : UNKNOWN_WAIT;
  }
  const worth = Math.max(least, Math.min(wish, limit.capacity / 2));
  const wait = ((worth - room) / limit.drain) * 1_000;
  return Math.max(SHORTEST_WAIT, Math.ceil(wait * (1 + Math.random() / 8)));
}
