import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { type Answer, answerOfQuery, answerOfSend, firstAsking } from './answer.ts';
import { type BroadcastText, renderFor } from './broadcast-text.ts';
import type { ClaimedDelivery, DueLane, OpenedAttempt } from './lane.ts';
import {
  claim,
  markSending,
  parkLane,
  recoverLane,
  takeBackIfCanceled,
  unclaim,
  unsettled,
} from './lane-statements.ts';
import type { Carrier } from './provider-pool.ts';
import { submit } from './submit.ts';
import { commitTick } from './tick.ts';

/** Beyond a provider's own time-out: after it, whoever opened the attempt is surely not waiting any more. */
const GRACE = 5_000;
/** A machine that stood still for so long between commit and call does not call. */
const STALENESS = 3_000;
const LARGEST_CLAIM = 1_000;
/** Milliseconds between tries while the database is away, and how many of them when stopping. */
const REST = 1_000;
const LAST_TRIES = 5;

/** What a run of a lane needs from its process. */
export type LaneTools = {
  pool: Pool;
  clock: Clock;
  log: Log;
  /** Told after each tick that moved something. */
  changed(lane: DueLane): void;
};

/**
 * One visit to a lane, from its being due until nothing is left to do in it now.
 * Claims deliveries, opens an attempt for each by a committed tick, calls the provider, and closes
 * with the next tick: one commit closes what was answered and opens as many as the window has room for.
 */
export class LaneRun {
  readonly #tools: LaneTools;
  readonly #lane: DueLane;
  readonly #carrier: Carrier;
  readonly #text: BroadcastText;
  readonly #claimId = randomUUID();
  #claimed: ClaimedDelivery[] = [];
  #answers: Answer[] = [];
  #inFlight = 0;
  #openedLast = 0;
  #stopping = false;
  #exhausted = false;
  #answered: (() => void) | null = null;

  constructor(tools: LaneTools, lane: DueLane, carrier: Carrier, text: BroadcastText) {
    this.#tools = tools;
    this.#lane = lane;
    this.#carrier = carrier;
    this.#text = text;
  }

  /** Opens nothing more; what is on the wire is waited for. */
  stop(): void {
    this.#stopping = true;
    this.#answered?.();
  }

  async run(): Promise<void> {
    const { pool, clock } = this.#tools;
    const lane = this.#lane;
    this.#carrier.window.enter(lane.id);
    try {
      const now = clock.now();
      await recoverLane(pool, lane, now, firstAsking(this.#carrier.capabilities, now));
      await this.#settle();
      this.#exhausted = await takeBackIfCanceled(pool, lane, clock.now());
      if (!this.#exhausted) await markSending(pool, lane);
      await this.#work();
      await parkLane(pool, lane, clock.now());
      this.#tools.changed(lane);
    } finally {
      this.#carrier.window.leave(lane.id);
    }
  }

  /** Asks the provider about doubts that are due, and commits what it says. */
  async #settle(): Promise<void> {
    if (!this.#carrier.capabilities.query) return;
    const { pool, clock } = this.#tools;
    const doubts = await unsettled(pool, this.#lane, clock.now());
    for (const doubt of doubts) {
      const said = await this.#carrier.provider
        .query(doubt.attemptId, this.#lane.accountId)
        .catch((error: unknown) => ({ outcome: 'unknown' as const, answer: String(error) }));
      this.#answers.push(answerOfQuery(doubt, said, clock.now()));
    }
    if (doubts.length > 0) await this.#tick([]);
  }

  async #work(): Promise<void> {
    let goesOn = true;
    let failures = 0;
    while (goesOn) {
      try {
        goesOn = await this.#step();
        failures = 0;
      } catch (error) {
        // What a provider answered exists only here until it is committed: keep trying.
        const nothingToKeep = this.#inFlight === 0 && this.#answers.length === 0;
        failures += 1;
        if (nothingToKeep || (this.#stopping && failures > LAST_TRIES)) throw error;
        this.#tools.log.warn({ error, lane: this.#lane.id }, 'delivery: a tick failed, once more');
        await sleep(REST);
      }
    }
    if (this.#claimed.length > 0) {
      await unclaim(this.#tools.pool, this.#lane, this.#claimId);
    }
  }

  /** One thing at a time: a tick, or waiting for what allows one; false when nothing is left. */
  async #step(): Promise<boolean> {
    await this.#claimMore();
    const room = this.#stopping ? 0 : this.#carrier.window.room(this.#lane.id);
    const next = this.#claimed.splice(0, room);
    if (next.length > 0 || this.#answers.length > 0) await this.#tick(next);
    else if (this.#inFlight > 0) await this.#nextAnswer();
    else if (this.#claimed.length === 0 || this.#stopping) return false;
    else await this.#carrier.window.changed();
    return true;
  }

  /** Claims about a second's work, when less is left than the window takes at once. */
  async #claimMore(): Promise<void> {
    const { window } = this.#carrier;
    if (this.#stopping || this.#exhausted || this.#claimed.length >= window.size) return;
    const wanted = Math.min(LARGEST_CLAIM, Math.max(window.size, this.#openedLast));
    this.#openedLast = 0;
    const { pool, clock } = this.#tools;
    const rows = await claim(pool, this.#lane, this.#claimId, clock.now(), wanted);
    this.#exhausted = rows.length < wanted;
    this.#claimed.push(...rows);
  }

  async #tick(next: readonly ClaimedDelivery[]): Promise<void> {
    const { window, capabilities, providerId } = this.#carrier;
    const close = this.#answers;
    this.#answers = [];
    window.take(this.#lane.id, next.length);
    const started = performance.now();
    const now = this.#tools.clock.now();
    const opened = await commitTick(this.#tools.pool, {
      lane: this.#lane,
      providerId,
      now,
      claimId: this.#claimId,
      windowUntil: new Date(now.getTime() + capabilities.timeout + GRACE),
      open: next.map((delivery) => delivery.id),
      close,
    }).catch((error: unknown) => {
      window.give(this.#lane.id, next.length);
      this.#answers.push(...close);
      this.#claimed.unshift(...next);
      throw error;
    });
    window.give(this.#lane.id, next.length - opened.length);
    this.#openedLast += opened.length;
    this.#tools.changed(this.#lane);
    if (opened.length === 0) return;
    const isStale = performance.now() - started > STALENESS;
    const deliveries = new Map(next.map((delivery) => [delivery.id, delivery]));
    for (const attempt of opened) {
      const delivery = deliveries.get(attempt.deliveryId);
      if (!delivery) throw new Error('a tick opens only what it was asked to');
      this.#inFlight += 1;
      void this.#send(attempt, delivery, isStale);
    }
  }

  /** Never throws: whatever happens becomes the attempt's answer. */
  async #send(attempt: OpenedAttempt, delivery: ClaimedDelivery, isStale: boolean): Promise<void> {
    const answer = isStale ? this.#stoodStill(attempt) : await this.#submit(attempt, delivery);
    this.#answers.push(answer);
    this.#inFlight -= 1;
    this.#carrier.window.give(this.#lane.id);
    this.#answered?.();
  }

  async #submit(attempt: OpenedAttempt, delivery: ClaimedDelivery): Promise<Answer> {
    const { provider, capabilities } = this.#carrier;
    const { accountId, channel } = this.#lane;
    const now = () => this.#tools.clock.now();
    let message: ReturnType<typeof renderFor>;
    try {
      message = renderFor(this.#text, channel, delivery.fields);
    } catch (error) {
      this.#tools.log.error({ error, delivery: delivery.id }, 'delivery: a text did not render');
      const said = { outcome: 'rejected', reason: 'render_failed', code: null } as const;
      const answer = 'The text could not be put together for this person.';
      return answerOfSend(attempt, { ...said, answer }, capabilities, now());
    }
    const { address, name } = delivery;
    const submission = {
      reference: attempt.attemptId,
      accountId,
      channel,
      address,
      name,
      ...message,
    };
    const said = await submit(provider, submission, capabilities.timeout);
    return answerOfSend(attempt, said, capabilities, now());
  }

  #stoodStill(attempt: OpenedAttempt): Answer {
    const said = { outcome: 'retryable', reason: 'unknown', code: null } as const;
    const answer = 'Was not handed over: this machine stood still for too long.';
    const now = this.#tools.clock.now();
    return answerOfSend(attempt, { ...said, answer }, this.#carrier.capabilities, now);
  }

  /** Waits for an answer, and lets those that come in the same moment join it. */
  async #nextAnswer(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#answered = resolve;
    });
    this.#answered = null;
    await new Promise(setImmediate);
  }
}
