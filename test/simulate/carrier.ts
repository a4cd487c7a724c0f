import type {
  Capabilities,
  Provider,
  QueryOutcome,
  SendOutcome,
} from '../../src/providers/provider.ts';
import type { Owner } from './owner.ts';
import type { Random } from './random.ts';
import { drawReceipts, type Report } from './reports.ts';
import type { CarrierHabits } from './scenario.ts';

/** A message on its way to the carrier; it arrives by `deadline` or never. */
type Call = {
  owner: Owner;
  reference: string;
  address: string;
  text: string;
  deadline: number;
  answer(outcome: SendOutcome): void;
  fail(error: Error): void;
};

type Late = { owner: Owner; reference: string; at: number; give(): void };
type Question = {
  owner: Owner;
  reference: string;
  answer(outcome: QueryOutcome): void;
  fail(): void;
};

/** A message that the carrier took: from then on it is on a person's phone. */
export type Taken = {
  reference: string;
  address: string;
  text: string;
  at: number;
  visibleAt: number;
};

const TOOK = { outcome: 'accepted', answer: 'queued' } as const;

/** The carrier: it does whatever carriers do, and notes down truthfully what it took. */
export class Carrier {
  readonly taken = new Map<string, Taken>();
  readonly calls: Call[] = [];
  readonly questions: Question[] = [];
  readonly answers: Late[] = [];
  readonly reports: Report[] = [];
  isDown = false;
  /** From now on it is at its best. */
  isCalm = false;
  readonly #capabilities: Capabilities;
  readonly #habits: CarrierHabits;
  readonly #random: Random;
  readonly #now: () => number;

  constructor(
    capabilities: Capabilities,
    habits: CarrierHabits,
    random: Random,
    now: () => number,
  ) {
    this.#capabilities = capabilities;
    this.#habits = habits;
    this.#random = random;
    this.#now = now;
  }

  /** The provider as one worker calls it. */
  providerOf(owner: Owner): Provider {
    return {
      capabilities: () => this.#capabilities,
      send: ({ reference, address, text }) =>
        new Promise((answer, fail) => {
          const deadline = this.#now() + this.#capabilities.timeout;
          this.calls.push({ owner, reference, address, text, deadline, answer, fail });
        }),
      query: (reference) =>
        new Promise((answer, fail) => {
          this.questions.push({ owner, reference, answer, fail });
        }),
      list: async () => ({ outcome: 'unknown', answer: 'it keeps no list' }),
      close: async () => undefined,
    };
  }

  /** A message arrives; returns what the carrier makes of it. */
  receive(call: Call): string {
    this.calls.splice(this.calls.indexOf(call), 1);
    const habit = this.#habitNow();
    switch (habit) {
      case 'accepts':
        this.#take(call);
        this.#answer(call, { ...TOOK, providerRef: call.reference });
        break;
      case 'answersLate':
        this.#take(call);
        this.#answer(call, { ...TOOK, providerRef: null }, this.#capabilities.timeout + 1);
        break;
      case 'losesAnswer':
        this.#take(call);
        this.#answer(call, { outcome: 'uncertain', answer: 'reset by peer' });
        break;
      case 'failsUntaken':
        this.#answer(call, { outcome: 'uncertain', answer: '503' });
        break;
      case 'isSilent':
        if (this.#random.chance(0.5)) this.#take(call);
        break;
      case 'breaks':
        if (this.#random.chance(0.5)) this.#take(call);
        call.fail(new Error('a bug in the provider'));
        break;
      case 'refuses':
        this.#answer(call, { ...REFUSED, reason: 'invalid_address' });
        break;
      case 'isBusy': {
        const asked = this.#random.chance(0.3)
          ? { retryAfter: this.#random.between(0, 60_000) }
          : {};
        this.#answer(call, { ...BUSY, ...asked });
        break;
      }
    }
    return this.taken.has(call.reference) ? `${habit}, takes it` : habit;
  }

  /** It is asked about a message; returns what it says. */
  respond(question: Question): string {
    this.questions.splice(this.questions.indexOf(question), 1);
    if (!this.isCalm && this.#random.chance(this.isDown ? 0.9 : 0.1)) {
      const how = this.#random.pick(['unknown', 'fails', 'is silent'] as const);
      if (how === 'unknown') question.answer({ outcome: 'unknown', answer: 'try later' });
      if (how === 'fails') question.fail();
      return how;
    }
    const taken = this.taken.get(question.reference);
    const isVisible = taken !== undefined && taken.visibleAt <= this.#now();
    question.answer(
      isVisible ? { ...TOOK, providerRef: null } : { outcome: 'absent', answer: 'no such message' },
    );
    return isVisible ? 'has it' : 'has no such message';
  }

  /** Time passes: what has not arrived by its deadline is lost. */
  loseUntil(moment: number): Call[] {
    const lost = this.calls.filter(({ deadline }) => deadline <= moment);
    for (const call of lost) this.calls.splice(this.calls.indexOf(call), 1);
    return lost;
  }

  #habitNow(): keyof CarrierHabits {
    if (this.isCalm) return 'accepts';
    if (this.isDown) return this.#random.pick(['isBusy', 'failsUntaken', 'isSilent']);
    const habits = Object.entries(this.#habits).map(([habit, weight]) => ({ habit, weight }));
    // The keys of habits are its keys.
    return this.#random.weighted(habits).habit as keyof CarrierHabits;
  }

  #take({ reference, address, text }: Call): void {
    const at = this.#now();
    const { visibilityLag } = this.#capabilities;
    const visibleAt = at + this.#random.pick([0, visibilityLag / 2, visibilityLag]);
    this.taken.set(reference, { reference, address, text, at, visibleAt });
    if (!this.#capabilities.receipts) return;
    this.reports.push(...drawReceipts(this.#random, reference, at));
  }

  #answer({ owner, reference, answer }: Call, outcome: SendOutcome, delay = 0): void {
    this.answers.push({ owner, reference, at: this.#now() + delay, give: () => answer(outcome) });
  }
}

const REFUSED = { outcome: 'rejected', code: '21211', answer: 'not a number' } as const;
const BUSY = {
  outcome: 'retryable',
  reason: 'rate_limited',
  code: '429',
  answer: 'slow down',
} as const;
