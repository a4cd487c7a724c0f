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
import { LanePlaces } from './lane-places.ts';
import { restOf } from './lane-rest.ts';
import { type LaneRules, rulesNow } from './lane-rules.ts';
import { noteWaiting } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import { type Preparing, prepare } from './prepare.ts';
import type { Carrier } from './provider-pool.ts';
import { ringForBurst } from './ring-alarm.ts';
import { windowEnd } from './settle-time.ts';
import { commitTick, type Ticked } from './tick.ts';
import { TicksUnderWay } from './ticks-under-way.ts';
import { Unheard } from './unheard.ts';
import { Wire } from './wire.ts';

/** Milliseconds that a limit is waited for within a visit; a longer wait lays the lane to sleep. */
const PATIENCE = 1_000;

/**
 * Sends what is ready in a lane: claims deliveries, opens an attempt for each by a committed tick, and
 * calls the provider. One tick closes what was answered and opens as many as the window has room for.
 */
export class LaneRun {
  readonly #tools: LaneTools;
  readonly #lane: DueLane;
  readonly #carrier: Carrier;
  readonly #preparing: Preparing;
  readonly #wire: Wire;
  readonly #isTrial: boolean;
  readonly #places: LanePlaces;
  readonly #claim: LaneClaim;
  readonly #ticks: TicksUnderWay;
  readonly #unheard: Unheard;
  #rules: LaneRules | null = null;
  /** Of all rules that it has had: a tick under way may hand something back to one that holds no more. */
  readonly #allowances = new Set<Allowance>();
  #stopping = false;
  #leaving = false;
  #finishing = false;
  #noted: WaitsFor | null = null;

  /** `atMost`: so many attempts are opened; a trial opens one. */
  constructor(
    tools: LaneTools,
    lane: DueLane,
    carrier: Carrier,
    text: BroadcastText,
    { atMost = Number.POSITIVE_INFINITY }: { atMost?: number } = {},
  ) {
    this.#isTrial = Number.isFinite(atMost);
    this.#places = new LanePlaces(carrier.window, lane.id, atMost);
    this.#tools = tools;
    this.#lane = lane;
    this.#carrier = carrier;
    const carried = enclose(tools, lane, text, carrier.capabilities);
    const { log, links } = tools;
    this.#preparing = { lane, text: carried.text, log, links, isStuck: carried.isStuck };
    this.#claim = new LaneClaim(tools, lane, carrier);
    this.#ticks = new TicksUnderWay(tools, lane.id);
    this.#unheard = new Unheard(tools, lane);
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
    while (goesOn) {
      try {
        goesOn = (await this.#step()) || !this.#unheard.isEmpty;
      } catch (error) {
        await this.#ticks.end();
        // What a provider answered exists only here until it is committed: keep trying.
        if (this.#wire.isIdle && this.#unheard.isEmpty) throw error;
        await this.#ticks.rest(error, { isStopping: this.#stopping });
      }
    }
    await this.#claim.release();
    for (const one of this.#allowances) await one.giveBack(this.#tools.clock.now());
  }

  /** One thing at a time: a tick, or waiting for what allows one; false when nothing is left. */
  async #step(): Promise<boolean> {
    this.#ticks.throwError();
    await this.#unheard.settle(this.#claim, this.#ticks, this.#wire);
    if (await isAway(this.#tools, this.#lane, this.#carrier, this.#isTrial)) this.leave();
    const rules = await rulesNow(this.#tools, this.#lane, this.#carrier, this.#rules);
    this.#rules = rules;
    this.#allowances.add(rules.allowance);
    await this.#claimMore(rules);
    const opening = this.#ticks.areSome ? this.#places.opening : null;
    if (!this.#leaving && !(await this.#wire.gather(opening))) return true;
    const next = await this.#prepareNext(rules);
    if (this.#rules !== rules) return this.#judgeAgain(next, rules);
    const refusal = rules.allowance.refusal(this.#tools.clock.now());
    const wait = refusal ? Math.min(refusal.wait, PATIENCE) : null;
    if (next.length > 0 || this.#wire.hasAnswers) {
      this.#ticks.add(this.#tick(next, rules), () => this.#wire.rouse());
    } else if (this.#wire.underWay > 0 || this.#ticks.areSome) await this.#wire.next(wait);
    else if (this.#claim.held.length === 0 || this.#leaving) return false;
    else if (this.#carrier.window.room(this.#lane.id) === 0) await this.#carrier.window.changed();
    else if (refusal && (refusal.wait > PATIENCE || this.#finishing)) return false;
    else await this.#wire.next(wait ?? 0);
    return true;
  }

  /** Claims more, when less is left than the window takes at once. */
  async #claimMore({ allowance }: LaneRules): Promise<void> {
    const most = Math.min(allowance.perSecond, this.#places.left);
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
    const next = held
      .slice(0, allWait ? held.length : this.#places.room)
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

  /** Meanwhile a tick learned that these rules hold no more: nothing goes by them. */
  async #judgeAgain(next: readonly PreparedDelivery[], { allowance }: LaneRules): Promise<true> {
    this.#claim.putBack(next);
    allowance.refund(next);
    await allowance.giveBack(this.#tools.clock.now());
    return true;
  }

  async #tick(
    open: readonly PreparedDelivery[],
    { judge, perMinute, allowance }: LaneRules,
  ): Promise<void> {
    const { capabilities, providerId } = this.#carrier;
    const now = this.#tools.clock.now();
    const close = this.#wire.takeAnswers();
    const places = open.filter(({ verdict }) => verdict === null).length;
    this.#places.reserve(places);
    const begun = { at: now, monotonic: this.#tools.clock.monotonic() };
    const ticked = await commitTick(
      this.#tools.pool,
      {
        lane: this.#lane,
        providerId,
        now,
        windowUntil: windowEnd(capabilities, now),
        open,
        policy: judge.policy,
        perMinute,
        close,
      },
      this.#tools.home,
    ).catch((error: unknown) => {
      this.#places.settle(places, 0);
      allowance.refund(open);
      this.#wire.putBack(close);
      this.#unheard.lose(open);
      throw error;
    });
    this.#places.settle(places, ticked.opened.length);
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
    for (const { deliveryId } of ticked.turnedAway) deliveries.delete(deliveryId);
    this.#unheard.miss(deliveries.values());
    await this.#noteTurnedAway(ticked, allowance, now);
    // Others hold by now: what is left of its own is for them.
    if (this.#rules?.allowance !== allowance) await allowance.giveBack(now);
  }

  /** What was decided by old rules is ready again, and is claimed and judged by the new ones. */
  async #noteTurnedAway({ turnedAway }: Ticked, allowance: Allowance, now: Date): Promise<void> {
    if (turnedAway.some(({ shut }) => isTakenBack(shut))) await this.#claim.letGo();
    if (turnedAway.some(({ shut }) => shut === 'stale')) {
      if (this.#rules?.allowance === allowance) this.#rules = null;
      this.#claim.lookAgain();
      this.#noted = null;
    }
    await ringForBurst(this.#tools.pool, this.#lane, now, turnedAway);
  }
}
