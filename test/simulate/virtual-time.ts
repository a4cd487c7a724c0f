import type { RunningClock } from '../../src/platform/clock.ts';
import type { Owner } from './owner.ts';

/** The same first moment in every seed: a Monday, 10:00 in New York. */
const BEGIN = Date.parse('2027-03-08T15:00:00Z');

/** Something that rings at a moment of the machines' monotonic clock, unless it is stopped before. */
type Timer = { owner: Owner; at: number; ring: () => void };

/**
 * Time that passes only when the simulation says so, in milliseconds. `now` is true time. Machines
 * read it from clocks that are off by their owner's skew; while they sleep, their timers stand still.
 */
export class VirtualTime {
  #now = BEGIN;
  #slept = 0;
  readonly #timers = new Set<Timer>();

  get now(): number {
    return this.#now;
  }

  /** The clock of a machine. */
  clockOf(owner: Owner): RunningClock {
    return {
      now: () => new Date(this.#now + owner.skew),
      monotonic: () => this.#now - this.#slept,
      timer: (milliseconds, ring) => {
        const at = this.#now - this.#slept + milliseconds;
        const timer = { owner, at, ring };
        this.#timers.add(timer);
        return () => this.#timers.delete(timer);
      },
    };
  }

  /** Timers of living owners that are to ring by now, earliest first. */
  due(): { owner: Owner; ring(): void }[] {
    return this.#living()
      .filter(({ at }) => at <= this.#now - this.#slept)
      .sort((a, b) => a.at - b.at || (a.owner.name < b.owner.name ? -1 : 1))
      .map((timer) => ({
        owner: timer.owner,
        ring: () => {
          this.#timers.delete(timer);
          timer.ring();
        },
      }));
  }

  /** When the next timer of a living owner rings; null: there is none. */
  next(): number | null {
    const moments = this.#living().map(({ at }) => at + this.#slept);
    return moments.length > 0 ? Math.min(...moments) : null;
  }

  /** Lets time pass; never backwards. */
  advanceTo(moment: number): void {
    this.#now = Math.max(this.#now, moment);
  }

  /** Every machine sleeps: time passes, timers do not. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
    this.#slept += milliseconds;
  }

  #living(): Timer[] {
    return [...this.#timers].filter(({ owner }) => !owner.isGone);
  }
}
