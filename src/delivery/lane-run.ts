import { randomUUID } from 'node:crypto';
import { sleep } from '../platform/clock.ts';
import type { Answer } from './answer.ts';
import type { BroadcastText } from './broadcast-text.ts';
import { type Begun, type HandOver, handOver } from './hand-over.ts';
import { type Judge, readJudge } from './judge.ts';
import type { ClaimedDelivery, DueLane, OpenedAttempt, PreparedDelivery } from './lane.ts';
import { claim, markSending, unclaim } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import { type Preparing, prepare } from './prepare.ts';
import type { Carrier } from './provider-pool.ts';
import { commitTick, type Ticked } from './tick.ts';

/** Beyond a provider's own time-out: after it, whoever opened the attempt is surely not waiting any more. */
const GRACE = 5_000;
const LARGEST_CLAIM = 1_000;
/** Milliseconds between tries while the database is away, and how many of them when stopping. */
const REST = 1_000;
const LAST_TRIES = 5;

/**
 * Sends what is ready in a lane. Claims deliveries, opens an attempt for each by a committed tick,
 * calls the provider, and closes with the next tick: one commit closes what was answered and opens as
 * many as the window has room for.
 */
export class LaneRun {
  readonly #tools: LaneTools;
  readonly #lane: DueLane;
  readonly #carrier: Carrier;
  readonly #preparing: Preparing;
  readonly #to: HandOver;
  readonly #claimId = randomUUID();
  #judge: Judge | null = null;
  #claimed: ClaimedDelivery[] = [];
  #answers: Answer[] = [];
  #inFlight = 0;
  #openedLast = 0;
  #stopping = false;
  #exhausted = false;
  #begun = false;
  #answered: (() => void) | null = null;

  constructor(tools: LaneTools, lane: DueLane, carrier: Carrier, text: BroadcastText) {
    this.#tools = tools;
    this.#lane = lane;
    this.#carrier = carrier;
    this.#preparing = { lane, text, log: tools.log };
    this.#to = { clock: tools.clock, lane, carrier };
  }

  /** Opens nothing more; what is on the wire is waited for. */
  stop(): void {
    this.#stopping = true;
    this.#answered?.();
  }

  /** Returns when nothing is left to send now; throws where the database is away. */
  async run(): Promise<void> {
    this.#carrier.window.enter(this.#lane.id);
    try {
      await this.#work();
    } finally {
      this.#carrier.window.leave(this.#lane.id);
    }
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
        await sleep(this.#tools.clock, REST);
      }
    }
    if (this.#claimed.length > 0) {
      await unclaim(this.#tools.pool, this.#lane, this.#claimId);
    }
  }

  /** One thing at a time: a tick, or waiting for what allows one; false when nothing is left. */
  async #step(): Promise<boolean> {
    await this.#claimMore();
    this.#judge ??= await readJudge(this.#tools.pool, this.#lane);
    const room = this.#stopping ? 0 : this.#carrier.window.room(this.#lane.id);
    const next = this.#claimed.splice(0, room);
    if (next.length > 0 || this.#answers.length > 0) await this.#tick(next, this.#judge);
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
    const { providerId } = this.#carrier;
    const rows = await claim(pool, this.#lane, providerId, this.#claimId, clock.now(), wanted);
    this.#exhausted = rows.length < wanted;
    this.#claimed.push(...rows);
    if (rows.length > 0 && !this.#begun) await markSending(pool, this.#lane);
    this.#begun ||= rows.length > 0;
  }

  async #tick(next: readonly ClaimedDelivery[], judge: Judge): Promise<void> {
    const { window, capabilities, providerId } = this.#carrier;
    const now = this.#tools.clock.now();
    const open = next.map((delivery) => prepare(this.#preparing, judge, delivery, now));
    const close = this.#answers;
    this.#answers = [];
    window.take(this.#lane.id, next.length);
    const begun = { at: now, monotonic: this.#tools.clock.monotonic() };
    const ticked = await commitTick(this.#tools.pool, {
      lane: this.#lane,
      providerId,
      now,
      claimId: this.#claimId,
      windowUntil: new Date(now.getTime() + capabilities.timeout + GRACE),
      open,
      policy: judge.policy,
      close,
    }).catch((error: unknown) => {
      window.give(this.#lane.id, next.length);
      this.#answers.push(...close);
      this.#claimed.unshift(...next);
      throw error;
    });
    window.give(this.#lane.id, next.length - ticked.opened.length);
    this.#openedLast += ticked.opened.length;
    this.#tools.changed(this.#lane);
    this.#noteTurnedAway(ticked);
    const deliveries = new Map(open.map((delivery) => [delivery.id, delivery]));
    for (const attempt of ticked.opened) {
      const delivery = deliveries.get(attempt.deliveryId);
      if (!delivery) throw new Error('a tick opens only what it was asked to');
      this.#inFlight += 1;
      void this.#send(attempt, delivery, begun);
    }
  }

  /** What was decided by an old policy is ready again, and is claimed and judged by the new one. */
  #noteTurnedAway({ turnedAway }: Ticked): void {
    if (!turnedAway.some(({ shut }) => shut === 'stale')) return;
    this.#judge = null;
    this.#exhausted = false;
  }

  /** Never throws, as handOver does not. */
  async #send(attempt: OpenedAttempt, delivery: PreparedDelivery, begun: Begun): Promise<void> {
    const answer = await handOver(this.#to, attempt, delivery, begun);
    // Only now: meanwhile a tick has taken the answers that were there.
    this.#answers.push(answer);
    this.#inFlight -= 1;
    this.#carrier.window.give(this.#lane.id);
    this.#answered?.();
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
