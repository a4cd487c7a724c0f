/** The only source of now. Everything that asks for the time takes a clock, so that tests can move it. */
export interface Clock {
  now(): Date;
}

/** A clock by which one can also wait, so that a simulation decides when time passes. */
export interface RunningClock extends Clock {
  /** Milliseconds since some moment, by a clock that nobody sets. */
  monotonic(): number;
  /** Rings once after so many milliseconds, unless the returned function is called before. */
  timer(milliseconds: number, ring: () => void): () => void;
}

/** The machine's own clock. */
export const systemClock: RunningClock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  timer: (milliseconds, ring) => {
    const timeout = setTimeout(ring, milliseconds);
    return () => clearTimeout(timeout);
  },
};

/** Waits for so many milliseconds. */
export function sleep(clock: RunningClock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.timer(milliseconds, resolve);
  });
}

/** A clock that a test moves by hand; it runs on from where it was set, and waiting takes real time. */
export class MovableClock implements RunningClock {
  readonly monotonic = systemClock.monotonic;
  readonly timer = systemClock.timer;
  #offset = 0;

  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** Moves to an instant; time runs on from there. */
  moveTo(instant: Date): void {
    this.#offset = instant.getTime() - Date.now();
  }

  /** Moves forward by milliseconds. */
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}
