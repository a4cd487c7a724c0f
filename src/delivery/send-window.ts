/**
 * How many submissions may be on the wire at a provider at once, shared evenly between the lanes
 * that use it: a small broadcast gets its part while a large one runs.
 */
export class SendWindow {
  readonly size: number;
  readonly #inFlight = new Map<string, number>();
  #total = 0;
  #waiting: (() => void)[] = [];

  constructor(size: number) {
    this.size = size;
  }

  enter(laneId: string): void {
    this.#inFlight.set(laneId, 0);
  }

  leave(laneId: string): void {
    this.#inFlight.delete(laneId);
    this.#wake();
  }

  /** How many more this lane may open now. */
  room(laneId: string): number {
    const share = Math.ceil(this.size / Math.max(1, this.#inFlight.size));
    const mine = this.#inFlight.get(laneId) ?? 0;
    return Math.max(0, Math.min(this.size - this.#total, share - mine));
  }

  take(laneId: string, count: number): void {
    this.#add(laneId, count);
  }

  give(laneId: string, count = 1): void {
    this.#add(laneId, -count);
    this.#wake();
  }

  /** Resolves at the next change. */
  changed(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #add(laneId: string, count: number): void {
    this.#total += count;
    const mine = this.#inFlight.get(laneId);
    if (mine !== undefined) this.#inFlight.set(laneId, mine + count);
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
