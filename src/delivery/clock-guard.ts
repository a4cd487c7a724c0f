import type { RunningClock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';

const MINUTE = 60_000;
/** Milliseconds by which the clock may have been set since the last look before it is looked at again. */
const STEP = 1_000;

/**
 * Knows whether the machine's clock is fit to send by. It asks before the first work, then once a minute,
 * and at once where the clock was set or the machine had stood still.
 */
export class ClockGuard {
  readonly #clock: RunningClock;
  readonly #log: Log;
  readonly #ask: () => Promise<string | null>;
  #problem: string | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  #difference = 0;

  /** `ask` compares the clock with PostgreSQL's (clock-offset.ts). */
  constructor(clock: RunningClock, log: Log, ask: () => Promise<string | null>) {
    this.#clock = clock;
    this.#log = log;
    this.#ask = ask;
  }

  /** Whether nothing may be sent now; logs why when it has looked. Throws where the database is away. */
  async forbids(): Promise<boolean> {
    const monotonic = this.#clock.monotonic();
    const difference = this.#clock.now().getTime() - monotonic;
    const wasSet = Math.abs(difference - this.#difference) > STEP;
    if (wasSet || monotonic - this.#askedAt >= MINUTE) {
      this.#problem = await this.#ask();
      this.#askedAt = monotonic;
      this.#difference = difference;
      if (this.#problem) this.#log.error({}, this.#problem);
    }
    return this.#problem !== null;
  }
}
