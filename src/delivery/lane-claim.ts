import { randomUUID } from 'node:crypto';
import type { ClaimedDelivery, DueLane } from './lane.ts';
import { claim, markSending, unclaim } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import type { Carrier } from './provider-pool.ts';

const LARGEST_CLAIM = 1_000;

/** What a run of a lane has claimed and not opened yet, under one claim. */
export class LaneClaim {
  readonly id = randomUUID();
  readonly #tools: LaneTools;
  readonly #lane: DueLane;
  readonly #carrier: Carrier;
  #held: ClaimedDelivery[] = [];
  #openedLast = 0;
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

  /** Claims about a second's work. */
  async more(most: number): Promise<void> {
    const { pool, clock } = this.#tools;
    const { window, providerId } = this.#carrier;
    const usual = Math.ceil(Math.min(most, Math.max(window.size, this.#openedLast)));
    // Where all of the last claim had to wait, the next is twice as large: waiting uses no window.
    const wanted = Math.min(LARGEST_CLAIM, Math.max(usual, 2 * this.#waitedLast));
    this.#openedLast = 0;
    this.#waitedLast = 0;
    const rows = await claim(pool, this.#lane, providerId, this.id, clock.now(), wanted);
    this.#exhausted = rows.length < wanted;
    this.#held.push(...rows);
    if (rows.length > 0 && !this.#begun) await markSending(pool, this.#lane);
    this.#begun ||= rows.length > 0;
  }

  /** All that is held has to wait: the next claim may be larger. */
  noteAllWait(): void {
    this.#waitedLast = this.#held.length;
  }

  /** So many of what was taken have been opened. */
  noteOpened(count: number): void {
    this.#openedLast += count;
  }

  /** The first `count` are held no more: they go into a tick. */
  take(count: number): void {
    this.#held.splice(0, count);
  }

  /** A tick that failed gives back what it took. */
  putBack(deliveries: readonly ClaimedDelivery[]): void {
    this.#held.unshift(...deliveries);
  }

  /** Those of these ids are held no more. */
  drop(ids: ReadonlySet<string>): void {
    this.#held = this.#held.filter(({ id }) => !ids.has(id));
  }

  /** There may be something to claim after all. */
  lookAgain(): void {
    this.#exhausted = false;
  }

  /** Lets others claim what is still held. */
  async release(): Promise<void> {
    if (this.#held.length > 0) await unclaim(this.#tools.pool, this.#lane, this.id);
  }
}
