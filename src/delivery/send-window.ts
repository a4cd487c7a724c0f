/**
 * How many submissions may be on the wire at a provider at once, shared evenly between the lanes
 * that use it: a small broadcast gets its part while a large one runs. Single messages take what they
 * need: where nothing is free, the next place is theirs.
 */
export class SendWindow {
  readonly size: number;
  readonly #inFlight = new Map<string, number>();
  readonly #singles = new Set<string>();
  /** Single lanes that found no room. */
  readonly #hungry = new Set<string>();
  #total = 0;
  #waiting: (() => void)[] = [];

  constructor(size: number) {
    this.size = size;
  }

  enter(laneId: string, kind: 'single' | 'broadcast' = 'broadcast'): void {
    this.#inFlight.set(laneId, this.#inFlight.get(laneId) ?? 0);
    if (kind === 'single') this.#singles.add(laneId);
  }

  leave(laneId: string): void {
    this.#inFlight.delete(laneId);
    this.#singles.delete(laneId);
    this.#hungry.delete(laneId);
    this.#wake();
  }

  /** How many more this lane may open now. */
  room(laneId: string): number {
    const free = this.size - this.#total;
    if (this.#singles.has(laneId)) {
      if (free <= 0) this.#hungry.add(laneId);
      return Math.max(0, free);
    }
    const share = Math.ceil(this.size / Math.max(1, this.#inFlight.size));
    const mine = this.#inFlight.get(laneId) ?? 0;
    return Math.max(0, Math.min(free - this.#hungry.size, share - mine));
  }

  take(laneId: string, count: number): void {
    this.#hungry.delete(laneId);
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
