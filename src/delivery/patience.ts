/** The part of a provider's usual time that an answer may wait for others, and its bound in milliseconds. */
const SHARE = 1 / 8;
const LONGEST = 20;
/** Less is not worth a timer: whoever answers at once is not slowed. */
const SHORTEST = 1;
/** How much the newest answer changes what is taken for usual. */
const WEIGHT = 1 / 16;

/**
 * How long an answer may wait for others to join its tick, which costs about as much for ten of them as
 * for one: a part of the time in which the provider usually answers.
 */
export class Patience {
  #usual: number | null = null;

  /** An answer came after so many milliseconds. */
  note(milliseconds: number): void {
    this.#usual ??= milliseconds;
    this.#usual += (milliseconds - this.#usual) * WEIGHT;
  }

  /** In milliseconds; 0 where waiting is not worth it. */
  get length(): number {
    const share = Math.min(LONGEST, (this.#usual ?? 0) * SHARE);
    return share < SHORTEST ? 0 : share;
  }
}
