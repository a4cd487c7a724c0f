import type { FailureReason } from '../contract/outcome.ts';
import type { SendOutcome } from '../providers/provider.ts';

/** So many failures in a row, without a word of life between them, say that the provider is away. */
const IN_A_ROW = 5;

/** Why a provider is not called for a while, in its own words, and how long it asked us to wait. */
export type Trip = { reason: FailureReason; answer: string; retryAfter: number };

/**
 * Listens to what a provider answers on a channel, for all lanes of this process.
 *
 * closed → (five failures in a row, or one that its owner must mend) → tripped
 * tripped → (committed to the circuit table, which all processes read) → open until its time
 * open → (its time has come: one message tries, and one failure is enough) → closed | tripped
 */
export class Breaker {
  #inARow = 0;
  #isAlive = false;
  #trip: Trip | null = null;
  #openUntil: Date | null = null;

  /** Notes an answer. A refusal is a word of life too: somebody works there. */
  note(said: SendOutcome): void {
    if (wasNotCalled(said)) return;
    const failure = failureOf(said);
    this.#isAlive = failure === null;
    this.#inARow = failure ? this.#inARow + 1 : 0;
    if (!failure || this.#openUntil) return;
    const isForOwner = failure.reason === 'provider_misconfigured';
    if (isForOwner || this.#inARow >= IN_A_ROW) this.#trip ??= failure;
  }

  /** What must be committed, once: whoever takes it does. */
  takeTrip(): Trip | null {
    const trip = this.#trip;
    this.#trip = null;
    return trip;
  }

  /** The circuit stands in the table until then. */
  open(until: Date): void {
    this.#openUntil = until;
  }

  /** Until when nothing is to be opened, as it was committed. */
  get openUntil(): Date | null {
    return this.#openUntil;
  }

  /** Nothing more is to be opened. */
  get isOpen(): boolean {
    return this.#trip !== null || this.#openUntil !== null;
  }

  /** The table has no circuit (any more), or its time has come: the next failure decides then. */
  close({ isTrial }: { isTrial: boolean }): void {
    if (this.#openUntil === null && !isTrial) return;
    this.#openUntil = null;
    this.#isAlive = false;
    this.#inARow = isTrial ? IN_A_ROW - 1 : 0;
  }

  /** Whether the last answer was a word of life. */
  get isAlive(): boolean {
    return this.#isAlive;
  }
}

/** A machine that stood still did not call at all: that says nothing of the provider. */
function wasNotCalled(said: SendOutcome): boolean {
  return said.outcome === 'retryable' && said.reason === 'unknown';
}

function failureOf(said: SendOutcome): Trip | null {
  if (said.outcome === 'uncertain') {
    return { reason: 'provider_down', answer: said.answer, retryAfter: 0 };
  }
  if (said.outcome !== 'retryable') return null;
  const { reason, answer, retryAfter = 0 } = said;
  const isDown = reason === 'provider_down' || reason === 'provider_misconfigured';
  return isDown ? { reason, answer, retryAfter } : null;
}
