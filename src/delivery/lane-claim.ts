import type { RunningClock } from '../platform/clock.ts';
import type { ClaimedDelivery, DueLane } from './lane.ts';
import { claim, markSending, unclaim } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import type { Carrier } from './provider-pool.ts';

const LARGEST_CLAIM = 1_000;
/** Milliseconds of work that a claim is for, where that is more than a window. */
const PART = 400;

/** What a run of a lane has claimed and not opened yet. */
export class LaneClaim {
  readonly #tools: LaneTools;
  readonly #lane: DueLane;
  readonly #carrier: Carrier;
  #held: ClaimedDelivery[] = [];
  /** Opened since the last claim, and when that was. */
  #opened = 0;
  #claimedAt: number | null = null;
  #waitedLast = 0;
  #exhausted = false;
  #begun = false;

  constructor(tools: LaneTools, lane: DueLane, carrier: Carrier) {
    this.#tools = tools;
    this.#lane = lane;
    this.#carrier = carrier;
  }

  /** In the order in which they are to be opened. */
  get held(): readonly ClaimedDelivery[] {
    return this.#held;
  }

  /** Whether it has ever held something. */
  get hasBegun(): boolean {
    return this.#begun;
  }

  /** Whether more is to be claimed, where at most `most` may be opened within a second. */
  isShort(most: number): boolean {
    return !this.#exhausted && this.#held.length < Math.min(this.#carrier.window.size, most);
  }

  /** Claims what is opened in less than a second. */
  async more(most: number): Promise<void> {
    const { pool, clock } = this.#tools;
    const { window, providerId } = this.#carrier;
    const usual = Math.ceil(Math.min(most, Math.max(window.size, this.#openedInPart(clock))));
    // Where all of the last claim had to wait, the next is twice as large: waiting uses no window.
    const wanted = Math.min(LARGEST_CLAIM, Math.max(usual, 2 * this.#waitedLast));
    this.#opened = 0;
    this.#claimedAt = clock.monotonic();
    this.#waitedLast = 0;
    const rows = await claim(pool, this.#lane, providerId, clock.now(), wanted);
    this.#exhausted = rows.length < wanted;
    // What others released meanwhile is claimed anew, by what holds of it now.
    const anew = new Set(rows.map(({ id }) => id));
    this.#held = [...this.#held.filter(({ id }) => !anew.has(id)), ...rows];
    if (rows.length > 0 && !this.#begun) await markSending(pool, this.#lane);
    this.#begun ||= rows.length > 0;
  }

  /** So many would be opened in a part of a second, by the speed since the last claim. */
  #openedInPart(clock: RunningClock): number {
    const passed = this.#claimedAt === null ? 0 : clock.monotonic() - this.#claimedAt;
    return passed > 0 ? (this.#opened / passed) * PART : 0;
  }

  /** All that is held has to wait: the next claim may be larger. */
  noteAllWait(): void {
    this.#waitedLast = this.#held.length;
  }

  /** So many of what was taken have been opened. */
  noteOpened(count: number): void {
    this.#opened += count;
  }

  /** The first `count` are held no more: they go into a tick. */
  take(count: number): void {
    this.#held.splice(0, count);
  }

  /** What was taken goes into no tick after all; what was claimed anew meanwhile stays as it is. */
  putBack(deliveries: readonly ClaimedDelivery[]): void {
    const held = new Set(this.#held.map(({ id }) => id));
    this.#held = [...deliveries.filter(({ id }) => !held.has(id)), ...this.#held];
  }

  /** There may be something to claim after all. */
  lookAgain(): void {
    this.#exhausted = false;
  }

  /** Lets others claim what is still held. */
  async release(): Promise<void> {
    const ids = new Set(this.#held.map(({ claimId }) => claimId));
    if (ids.size > 0) await unclaim(this.#tools.pool, this.#lane, [...ids]);
  }

  /** The same, and claims nothing more. */
  async letGo(): Promise<void> {
    await this.release();
    this.#held = [];
    this.#exhausted = true;
  }
}

/** Whether the door is shut on the whole lane: nothing of what is held may be opened. */
export function isTakenBack(shut: string): boolean {
  return shut === 'paused' || shut === 'canceled';
}
