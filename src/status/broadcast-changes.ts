import type { Pool } from 'pg';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { give } from '../platform/signals.ts';
import { foldCounts } from './fold-counts.ts';

/** Milliseconds between two notices of the same broadcast. */
const INTERVAL = 250;

/**
 * Tells the pages that a broadcast moved, and folds its counts on the way: at most once an interval
 * for each broadcast, however many ticks move it, and once more after the last.
 */
export class BroadcastChanges {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #due = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();

  constructor(pool: Pool, clock: Clock, log: Log) {
    this.#pool = pool;
    this.#clock = clock;
    this.#log = log;
  }

  /** A delivery of the broadcast moved. */
  readonly changed = (accountId: string, broadcastId: string): void => {
    const key = `${accountId}/${broadcastId}`;
    if (this.#due.has(key)) return;
    const timer = setTimeout(() => this.#publish(key, accountId, broadcastId), INTERVAL);
    this.#due.set(key, timer);
  };

  /** Publishes what is due at once and waits for it. */
  async close(): Promise<void> {
    for (const [key, timer] of this.#due) {
      clearTimeout(timer);
      const [accountId = '', broadcastId = ''] = key.split('/');
      this.#publish(key, accountId, broadcastId);
    }
    await Promise.all(this.#running);
  }

  #publish(key: string, accountId: string, id: string): void {
    this.#due.delete(key);
    const work = foldCounts(this.#pool, accountId, id, this.#clock.now())
      .then(() => give(this.#pool, { topic: 'broadcast', accountId, id }))
      .catch((error: unknown) => this.#log.warn({ error }, 'status: counts were not folded'))
      .finally(() => this.#running.delete(work));
    this.#running.add(work);
  }
}
