/** The only source of now. Everything that asks for the time takes a clock, so that tests can move it. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that a test moves by hand; it runs on from where it was set. */
export class MovableClock implements Clock {
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
