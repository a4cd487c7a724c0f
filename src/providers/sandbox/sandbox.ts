import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Channel } from '../../contract/channel.ts';
import type { SandboxFault } from '../../contract/sandbox.ts';
import type { Clock } from '../../platform/clock.ts';
import { type DatabaseAddress, openPool } from '../../platform/database.ts';
import type { Log } from '../../platform/log.ts';
import type {
  Capabilities,
  ListOutcome,
  LookupOutcome,
  LookupQuestion,
  MediaCapability,
  Provider,
  QueryOutcome,
  ReceiptSink,
  SendOutcome,
  Submission,
} from '../provider.ts';
import { Batcher } from './batcher.ts';
import { type Behaviour, behaviour } from './behaviour.ts';
import { lookupCapability, noteLookups, type PlannedLookup, planLookup } from './lookup.ts';
import { faultsOf, findReference, type KeptMessage, keepMessages } from './message-store.ts';
import { ReceiptPump } from './receipt-pump.ts';
import { unavailable } from './unavailable.ts';

const capabilities: Capabilities = {
  window: 100,
  timeout: 10_000,
  receipts: true,
  query: true,
  listing: false,
  uniqueRefs: true,
  visibilityLag: 0,
};

/** As carriers that take pictures by MMS do; other files go as links. */
const mms: MediaCapability = {
  types: ['image/jpeg', 'image/png', 'image/gif', 'text/vcard'],
  largest: 1_000_000,
  most: 10,
  needsLink: false,
};

type Options = { address: DatabaseAddress; clock: Clock; sink: ReceiptSink; log: Log };

/**
 * The pretend carrier: it takes SMS, email and calls for phones and mailboxes that exist only in its
 * tables, and acts out what is set for them. One for a process, serving all accounts. It has its own
 * connections, so that what it took does not depend on any transaction of the ledger.
 */
export class Sandbox implements Provider {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #pump: ReceiptPump;
  readonly #faults: Batcher<Submission, SandboxFault>;
  readonly #keeping: Batcher<KeptMessage, string>;
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | null = null;

  /** `sink` gets the receipts; connections are made as they are needed. */
  constructor({ address, clock, sink, log }: Options) {
    const pool = openPool(address, 'headsup_engine', 5);
    this.#pool = pool;
    this.#clock = clock;
    this.#pump = new ReceiptPump(pool, clock, sink, log);
    this.#faults = new Batcher((submissions) => faultsOf(pool, submissions));
    this.#keeping = new Batcher((messages) => keepMessages(pool, clock, messages));
  }

  capabilities(channel: Channel): Capabilities {
    if (channel !== 'sms') return capabilities;
    return { ...capabilities, media: mms, lookup: lookupCapability };
  }

  send(submission: Submission, signal: AbortSignal): Promise<SendOutcome> {
    return this.#whole(this.#send(submission, signal));
  }

  lookUp(question: LookupQuestion, signal: AbortSignal): Promise<LookupOutcome> {
    return this.#whole(this.#lookUp(question, signal));
  }

  async query(reference: string, accountId: string): Promise<QueryOutcome> {
    try {
      const id = await findReference(this.#pool, accountId, reference);
      if (id === null)
        return { outcome: 'absent', answer: /*i18n*/ 'No message has this reference.' };
      return { outcome: 'accepted', providerRef: id, answer: /*i18n*/ 'The message was taken.' };
    } catch (error) {
      return { outcome: 'unknown', answer: unavailable(error) };
    }
  }

  /** It is asked by reference. */
  async list(): Promise<ListOutcome> {
    return { outcome: 'unknown', answer: 'The sandbox does not list.' };
  }

  /** Hands over the receipts that are due now; how many that were. The pump does so by itself in time. */
  deliverDueReceipts(): Promise<number> {
    return this.#pump.deliverDue();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** What is under way is answered before it closes. */
  #whole<Result>(work: Promise<Result>): Promise<Result> {
    this.#underWay.add(work);
    return work.finally(() => this.#underWay.delete(work));
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#pump.stop();
    await this.#pool.end();
  }

  async #send(submission: Submission, signal: AbortSignal): Promise<SendOutcome> {
    let planned: Behaviour;
    try {
      planned = behaviour(await this.#faults.add(submission), submission.channel);
    } catch (error) {
      const answer = unavailable(error);
      return { outcome: 'retryable', reason: 'provider_down', code: null, answer };
    }
    if (planned.does === 'refuse') {
      const { outcome, reason, code, answer } = planned;
      return { outcome, reason, code, answer };
    }
    return this.#take(submission, planned, signal);
  }

  async #take(
    submission: Submission,
    { delay, answers, arrives, receipts }: Behaviour & { does: 'take' },
    signal: AbortSignal,
  ): Promise<SendOutcome> {
    try {
      if (delay > 0) await sleep(delay, undefined, { signal });
      const id = await this.#keeping.add({ submission, arrives, receipts });
      this.#pump.wakeWithin(0);
      if (!answers) return { outcome: 'uncertain', answer: /*i18n*/ 'The connection broke.' };
      return { outcome: 'accepted', providerRef: id, answer: /*i18n*/ 'Taken.' };
    } catch (error) {
      if (signal.aborted)
        return { outcome: 'uncertain', answer: /*i18n*/ 'There was no answer in time.' };
      return { outcome: 'uncertain', answer: unavailable(error) };
    }
  }

  async #lookUp(question: LookupQuestion, signal: AbortSignal): Promise<LookupOutcome> {
    let planned: PlannedLookup;
    try {
      planned = await planLookup(this.#pool, question);
    } catch (error) {
      const answer = unavailable(error);
      return { outcome: 'retryable', reason: 'provider_down', code: null, answer };
    }
    const { numbers, delay, breaks, refusal } = planned;
    if (refusal) return refusal;
    try {
      if (delay > 0) await sleep(delay, undefined, { signal });
      await noteLookups(this.#pool, question.accountId, numbers, this.#clock.now());
    } catch (error) {
      if (signal.aborted)
        return { outcome: 'uncertain', answer: /*i18n*/ 'There was no answer in time.' };
      return { outcome: 'uncertain', answer: unavailable(error) };
    }
    if (breaks) return { outcome: 'uncertain', answer: /*i18n*/ 'The connection broke.' };
    return { outcome: 'answered', numbers };
  }
}
