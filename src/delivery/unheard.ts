import type { DueLane, PreparedDelivery } from './lane.ts';
import type { LaneClaim } from './lane-claim.ts';
import type { LaneTools } from './lane-tools.ts';
import { neverCalled } from './never-called.ts';
import type { TicksUnderWay } from './ticks-under-way.ts';
import type { Wire } from './wire.ts';

/** Deliveries of which a run does not know whether a tick has opened them. */
export class Unheard {
  readonly #tools: LaneTools;
  readonly #lane: DueLane;
  #lost: PreparedDelivery[] = [];
  #missing: PreparedDelivery[] = [];

  constructor(tools: LaneTools, lane: DueLane) {
    this.#tools = tools;
    this.#lane = lane;
  }

  get isEmpty(): boolean {
    return this.#lost.length + this.#missing.length === 0;
  }

  /** Those of a tick of whose commit no word came. */
  lose(deliveries: readonly PreparedDelivery[]): void {
    this.#lost.push(...deliveries);
  }

  /**
   * Those that a tick did not find as it was told: one before it, that was given up, may have run after
   * all, later than it was asked about.
   */
  miss(deliveries: Iterable<PreparedDelivery>): void {
    this.#missing.push(...deliveries);
  }

  /**
   * Where the commit went through after all, nobody was called: that is proof, and they may go again. They
   * are not put into another tick before it is known, which could open and call them meanwhile. What others
   * released meanwhile may have been claimed again and opened by a later tick, of which word came: such an
   * attempt is on the wire.
   */
  async settle(claim: LaneClaim, ticks: TicksUnderWay, wire: Wire): Promise<void> {
    if (this.isEmpty) return;
    await ticks.ended();
    const [lost, missing] = [this.#lost, this.#missing];
    const found = await neverCalled(this.#tools, this.#lane, [...lost, ...missing]);
    this.#lost = this.#lost.filter((one) => !lost.includes(one));
    this.#missing = this.#missing.filter((one) => !missing.includes(one));
    const opened = new Set(found.map(({ attempt }) => attempt.deliveryId));
    claim.putBack(lost.filter(({ id }) => !opened.has(id)));
    wire.putBack(found.filter(({ attempt }) => !wire.has(attempt.attemptId)));
  }
}
