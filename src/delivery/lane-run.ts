import { sleep } from '../platform/clock.ts';
import type { Allowance } from './allowance.ts';
import type { BroadcastText } from './broadcast-text.ts';
import { enclose } from './enclose.ts';
import { isAway, isStillChosen } from './heed-carrier.ts';
import {
  type DueLane,
  type LaneRest,
  mustWait,
  type PreparedDelivery,
  type WaitsFor,
} from './lane.ts';
import { isTakenBack, LaneClaim } from './lane-claim.ts';
import { restOf } from './lane-rest.ts';
import { type LaneRules, rulesNow } from './lane-rules.ts';
import { noteWaiting } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import { neverCalled } from './never-called.ts';
import { type Preparing, prepare } from './prepare.ts';
import type { Carrier } from './provider-pool.ts';
import { ringForBurst } from './ring-alarm.ts';
import { windowEnd } from './settle-time.ts';
import { commitTick, type Ticked } from './tick.ts';
import { Wire } from './wire.ts';

/** Milliseconds between tries while the database is away, and how many of them when stopping. */
const REST = 1_000;
const LAST_TRIES = 5;
/** Milliseconds that a limit is waited for within a visit; a longer wait lays the lane to sleep. */
const PATIENCE = 1_000;

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
  readonly #wire: Wire;
  readonly #atMost: number;
  readonly #claim: LaneClaim;
  #rules: LaneRules | null = null;
  #opened = 0;
  #stopping = false;
  #leaving = false;
  #finishing = false;
  #noted: WaitsFor | null = null;
  /** Deliveries of a tick of whose commit no word came. */
  #unheard: string[] = [];

  /** `atMost`: so many attempts are opened; a trial opens one. */
  constructor(
    tools: LaneTools,
    lane: DueLane,
    carrier: Carrier,
    text: BroadcastText,
    { atMost = Number.POSITIVE_INFINITY }: { atMost?: number } = {},
  ) {
    this.#atMost = atMost;
    this.#tools = tools;
    this.#lane = lane;
    this.#carrier = carrier;
    const carried = enclose(tools, lane, text, carrier.capabilities);
    const { log, links } = tools;
    this.#preparing = { lane, text: carried.text, log, links, isStuck: carried.isStuck };
    this.#claim = new LaneClaim(tools, lane, carrier);
    this.#wire = new Wire({ clock: tools.clock, lane, carrier, enclosed: carried.enclosed });
  }

  /** The process ends: opens nothing more; what is on the wire is waited for. */
  stop(): void {
    this.#stopping = true;
    this.leave();
  }

  /** The same, as where the provider is away. */
  leave(): void {
    this.#leaving = true;
    this.#wire.rouse();
  }

  /** Others have their turn now: sends what it has claimed, as far as that goes at once. */
  finish(): void {
    this.#finishing = true;
    this.#wire.rouse();
  }

  /**
   * Returns when nothing is left to send now: until when and why, where what is left may not go yet.
   * Throws where the database is away.
   */
  async run(): Promise<LaneRest | null> {
    this.#carrier.window.enter(this.#lane.id, this.#lane.kind);
    try {
      await this.#work();
    } finally {
      this.#carrier.window.leave(this.#lane.id);
    }
    const noted = this.#finishing ? this.#noted : null;
    return this.#leaving ? null : restOf(this.#tools, this.#lane, this.#rules, noted);
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
        failures += 1;
        const nothingToKeep = this.#wire.isIdle && this.#unheard.length === 0;
        if (nothingToKeep || (this.#stopping && failures > LAST_TRIES)) throw error;
        this.#tools.log.warn({ error, lane: this.#lane.id }, 'delivery: a tick failed, once more');
        await sleep(this.#tools.clock, REST);
      }
    }
    await this.#claim.release();
    await this.#rules?.allowance.giveBack(this.#tools.clock.now());
  }

  /** One thing at a time: a tick, or waiting for what allows one; false when nothing is left. */
  async #step(): Promise<boolean> {
    await this.#disownUnheard();
    const isTrial = Number.isFinite(this.#atMost);
    if (await isAway(this.#tools, this.#lane, this.#carrier, isTrial)) this.leave();
    this.#rules = await rulesNow(this.#tools, this.#lane, this.#carrier, this.#rules);
    await this.#claimMore(this.#rules);
    if (!this.#leaving) await this.#wire.gather();
    const next = await this.#prepareNext(this.#rules);
    const refusal = this.#rules.allowance.refusal(this.#tools.clock.now());
    const wait = refusal ? Math.min(refusal.wait, PATIENCE) : null;
    if (next.length > 0 || this.#wire.hasAnswers) await this.#tick(next, this.#rules);
    else if (this.#wire.underWay > 0) await this.#wire.next(wait);
    else if (this.#claim.held.length === 0 || this.#leaving) return false;
    else if (this.#carrier.window.room(this.#lane.id) === 0) await this.#carrier.window.changed();
    else if (refusal && (refusal.wait > PATIENCE || this.#finishing)) return false;
    else await this.#wire.next(wait ?? 0);
    return true;
  }

  /** Where the commit went through after all, nobody was called: that is proof, and they may go again. */
  async #disownUnheard(): Promise<void> {
    if (this.#unheard.length === 0) return;
    const claim = { id: this.#claim.id, deliveries: this.#unheard };
    const close = await neverCalled(this.#tools, this.#lane, claim);
    this.#unheard = [];
    this.#claim.drop(new Set(close.map(({ attempt }) => attempt.deliveryId)));
    this.#wire.putBack(close);
  }

  /** Claims more, when less is left than the window takes at once. */
  async #claimMore({ allowance }: LaneRules): Promise<void> {
    const most = Math.min(allowance.perSecond, this.#atMost - this.#opened);
    if (this.#leaving || this.#finishing || !this.#claim.isShort(most)) return;
    const { hasBegun } = this.#claim;
    if (hasBegun && !(await isStillChosen(this.#tools, this.#lane, this.#carrier))) {
      this.#leaving = true;
      return;
    }
    await this.#claim.more(most);
  }

  /** The next deliveries for which window and limits have room, rendered and judged. */
  async #prepareNext({ judge, allowance }: LaneRules): Promise<PreparedDelivery[]> {
    const now = this.#tools.clock.now();
    const mayOpen = !this.#leaving && !this.#carrier.breaker.isOpen;
    const { held } = this.#claim;
    if (held.length === 0 || !mayOpen) return [];
    const allWait = held.every((one) => mustWait(judge.verdictOn(one, now)));
    if (allWait) this.#claim.noteAllWait();
    const room = Math.min(this.#carrier.window.room(this.#lane.id), this.#atMost - this.#opened);
    const next = held
      .slice(0, allWait ? held.length : room)
      .map((delivery) => prepare(this.#preparing, judge, delivery, now));
    const count = await allowance.cover(next, now);
    this.#claim.take(count);
    const refusal = count < next.length ? allowance.refusal(now) : null;
    if (refusal && this.#noted !== refusal.limit.waitsFor) {
      this.#noted = refusal.limit.waitsFor;
      await noteWaiting(this.#tools.pool, this.#lane, this.#noted);
    }
    return next.slice(0, count);
  }

  async #tick(
    open: readonly PreparedDelivery[],
    { judge, perMinute, allowance }: LaneRules,
  ): Promise<void> {
    const { window, capabilities, providerId } = this.#carrier;
    const now = this.#tools.clock.now();
    const close = this.#wire.takeAnswers();
    const places = open.filter(({ verdict }) => verdict === null).length;
    window.take(this.#lane.id, places);
    const begun = { at: now, monotonic: this.#tools.clock.monotonic() };
    const ticked = await commitTick(
      this.#tools.pool,
      {
        lane: this.#lane,
        providerId,
        now,
        claimId: this.#claim.id,
        windowUntil: windowEnd(capabilities, now),
        open,
        policy: judge.policy,
        perMinute,
        close,
      },
      this.#tools.home,
    ).catch((error: unknown) => {
      window.give(this.#lane.id, places);
      allowance.refund(open);
      this.#wire.putBack(close);
      this.#claim.putBack(open);
      this.#unheard = open.map(({ id }) => id);
      throw error;
    });
    window.give(this.#lane.id, places - ticked.opened.length);
    this.#opened += ticked.opened.length;
    this.#claim.noteOpened(ticked.opened.length);
    this.#tools.changed(this.#lane);
    const deliveries = new Map(open.map((delivery) => [delivery.id, delivery]));
    for (const attempt of ticked.opened) {
      const delivery = deliveries.get(attempt.deliveryId);
      if (!delivery) throw new Error('a tick opens only what it was asked to');
      deliveries.delete(attempt.deliveryId);
      void this.#wire.send(attempt, delivery, begun);
    }
    allowance.refund([...deliveries.values()]);
    await this.#noteTurnedAway(ticked, allowance, now);
  }

  /** What was decided by old rules is ready again, and is claimed and judged by the new ones. */
  async #noteTurnedAway({ turnedAway }: Ticked, allowance: Allowance, now: Date): Promise<void> {
    if (turnedAway.some(({ shut }) => isTakenBack(shut))) await this.#claim.letGo();
    if (turnedAway.some(({ shut }) => shut === 'stale')) {
      this.#rules = null;
      this.#claim.lookAgain();
      this.#noted = null;
      await allowance.giveBack(now);
    }
    await ringForBurst(this.#tools.pool, this.#lane, now, turnedAway);
  }
}
