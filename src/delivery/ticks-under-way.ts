import { type RunningClock, sleep } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';

/** Milliseconds between tries while the database is away, and how many of them when stopping. */
const REST = 1_000;
const LAST_TRIES = 5;

/** The ticks of a run that are being committed: while one is, the answers to what others opened come in. */
export class TicksUnderWay {
  readonly #tools: { clock: RunningClock; log: Log };
  readonly #laneId: string;
  readonly #ticks = new Set<Promise<void>>();
  #errors: unknown[] = [];
  #failedInARow = 0;

  constructor(tools: { clock: RunningClock; log: Log }, laneId: string) {
    this.#tools = tools;
    this.#laneId = laneId;
  }

  /** Whether there is one. */
  get areSome(): boolean {
    return this.#ticks.size > 0;
  }

  /** Notes a tick that has begun; `ended` is called when it has ended, however. */
  add(tick: Promise<void>, ended: () => void): void {
    const noted = tick
      .then(() => {
        this.#failedInARow = 0;
      })
      .catch((error: unknown) => {
        this.#errors.push(error);
      })
      .then(() => {
        this.#ticks.delete(noted);
        ended();
      });
    this.#ticks.add(noted);
  }

  /** Throws what one failed with, once. */
  throwError(): void {
    if (this.#errors.length > 0) throw this.#errors.shift();
  }

  /** Resolves when all have ended, however. */
  async ended(): Promise<void> {
    await Promise.all(this.#ticks);
  }

  /** After a failure: waits until all have ended, whose errors are heard with this one. */
  async end(): Promise<void> {
    await this.ended();
    this.#errors = [];
    this.#failedInARow += 1;
  }

  /** Rests before the next try; throws the error where none is worth it: the last ones when stopping. */
  async rest(error: unknown, { isStopping }: { isStopping: boolean }): Promise<void> {
    if (isStopping && this.#failedInARow > LAST_TRIES) throw error;
    const { clock, log } = this.#tools;
    log.warn({ error, lane: this.#laneId }, 'delivery: a tick failed, once more');
    await sleep(clock, REST);
  }
}
