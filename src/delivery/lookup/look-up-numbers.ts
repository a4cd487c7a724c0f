import type { Account } from '../../account/account.ts';
import { readSendingPolicy } from '../../account/sending-policy.ts';
import type { LookupResult } from '../../contract/number-lookup.ts';
import type { RunningClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { LookedUp, LookupOutcome } from '../../providers/provider.ts';
import type { OpenProvider } from '../provider-pool.ts';
import { inTime } from '../submit.ts';
import { LookupAllowance } from './lookup-allowance.ts';
import { type LookupDesk, openLookupDesk } from './lookup-desk.ts';
import { type Claim, claimLookups, failLookups, noteLookups } from './lookup-ledger.ts';

/** What look-ups work with. */
export type LookupTools = { database: Database; clock: RunningClock; open: OpenProvider };

const missing = { outcome: 'uncertain', answer: /*i18n*/ 'It was not in the answer.' } as const;

/**
 * Asks the provider of texts what kind of lines numbers are, one request after another, until all are
 * asked for, today's allowance is used up, the time is over, or the provider does not answer. A number
 * that somebody else asks for just now is left to them. Null: no provider looks numbers up now.
 */
export async function lookUpNumbers(
  tools: LookupTools,
  account: Account,
  numbers: readonly string[],
  until: Date,
): Promise<LookupResult | null> {
  const { database, clock, open } = tools;
  const client = database.engine;
  const desk = await openLookupDesk(client, open, account.id, clock.now());
  if (!desk) return null;
  try {
    const policy = await readSendingPolicy(client, account.id);
    const { price } = desk.capability;
    const allowance = new LookupAllowance(client, account, policy, price, clock.now());
    const run = new LookupRun(tools, account.id, desk, allowance);
    await run.all(numbers, until);
    return run.result;
  } finally {
    await desk.close();
  }
}

/** One run over numbers, with what came of it so far. */
class LookupRun {
  readonly #tools: LookupTools;
  readonly #accountId: string;
  readonly #desk: LookupDesk;
  readonly #allowance: LookupAllowance;
  #asked = 0;
  #answered = 0;
  #failure: string | null = null;

  constructor(tools: LookupTools, accountId: string, desk: LookupDesk, allowance: LookupAllowance) {
    this.#tools = tools;
    this.#accountId = accountId;
    this.#desk = desk;
    this.#allowance = allowance;
  }

  get result(): LookupResult {
    const { name, capability } = this.#desk;
    const { amount, currency } = capability.price;
    const cost = { amount: Math.round(this.#asked * amount * 1e6) / 1e6, currency };
    return {
      provider: name,
      asked: this.#asked,
      answered: this.#answered,
      cost,
      failure: this.#failure,
    };
  }

  async all(numbers: readonly string[], until: Date): Promise<void> {
    const { batch, timeout } = this.#desk.capability;
    const latest = until.getTime() - timeout;
    for (let from = 0; from < numbers.length; from += batch) {
      if (this.#failure !== null || this.#tools.clock.now().getTime() > latest) return;
      const some = numbers.slice(from, from + batch);
      const covered = await this.#allowance.take(some.length, this.#tools.clock.now());
      if (covered === 0) return;
      await this.#some(some.slice(0, covered));
      if (covered < some.length) return;
    }
  }

  /** One request for those of these that nobody else asks for. */
  async #some(numbers: readonly string[]): Promise<void> {
    const { database, clock } = this.#tools;
    const { name, capability, lookUp } = this.#desk;
    const offer = { provider: name, price: capability.price };
    const claim = await claimLookups(database.engine, this.#accountId, numbers, offer, clock.now());
    await this.#allowance.giveBack(numbers.length - claim.numbers.length);
    if (claim.numbers.length === 0) return;
    const question = { accountId: this.#accountId, numbers: claim.numbers };
    const said = await inTime<LookupOutcome>(clock, capability.timeout, (signal) =>
      lookUp(question, signal),
    );
    if (said.outcome === 'answered') await this.#note(claim, said.numbers);
    else await this.#fail(claim, said);
  }

  async #note(claim: Claim, said: readonly LookedUp[]): Promise<void> {
    const { database, clock } = this.#tools;
    const known = new Map(said.map((one) => [one.number, one]));
    const answers = claim.numbers.flatMap((number) => known.get(number) ?? []);
    const rest = claim.numbers.filter((number) => !known.has(number));
    this.#asked += answers.length;
    this.#answered += answers.length;
    await noteLookups(database.engine, claim, answers, clock.now());
    await failLookups(database.engine, claim, rest, missing, clock.now());
    await this.#allowance.giveBack(rest.length);
  }

  async #fail(
    claim: Claim,
    failure: Exclude<LookupOutcome, { outcome: 'answered' }>,
  ): Promise<void> {
    const { database, clock } = this.#tools;
    this.#failure = failure.answer;
    await failLookups(database.engine, claim, claim.numbers, failure, clock.now());
    if (failure.outcome === 'uncertain') this.#asked += claim.numbers.length;
    else await this.#allowance.giveBack(claim.numbers.length);
  }
}
