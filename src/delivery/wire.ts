import type { RunningClock } from '../platform/clock.ts';
import type { Answer } from './answer.ts';
import { type Begun, type HandOver, handOver } from './hand-over.ts';
import type { OpenedAttempt, PreparedDelivery } from './lane.ts';
import { Patience } from './patience.ts';

/** The part of what is on the wire whose answers are worth a tick at once: larger ticks cost less each. */
const ENOUGH = 1 / 2;

/** What a run has on the wire at its provider, and the answers that are not committed yet. */
export class Wire {
  readonly #to: HandOver;
  readonly #clock: RunningClock;
  readonly #patience = new Patience();
  #answers: Answer[] = [];
  /** Attempts by their ids. */
  readonly #out = new Set<string>();
  #roused: (() => void) | null = null;
  /** So many answers end the wait. */
  #wanted = 1;

  constructor(to: HandOver) {
    this.#to = to;
    this.#clock = to.clock;
  }

  /** Attempts that were handed over and not answered. */
  get underWay(): number {
    return this.#out.size;
  }

  /** Whether it was handed over, and its answer is in no tick yet. */
  has(attemptId: string): boolean {
    const isIt = ({ attempt }: Answer) => attempt.attemptId === attemptId;
    return this.#out.has(attemptId) || this.#answers.some(isIt);
  }

  /** Whether there are answers to commit. */
  get hasAnswers(): boolean {
    return this.#answers.length > 0;
  }

  /** Nothing is out there, and nothing would be forgotten. */
  get isIdle(): boolean {
    return this.underWay === 0 && !this.hasAnswers;
  }

  /** Hands over an attempt that was committed; its answer will be here. Never throws. */
  async send(attempt: OpenedAttempt, delivery: PreparedDelivery, begun: Begun): Promise<void> {
    this.#out.add(attempt.attemptId);
    const handed = this.#clock.monotonic();
    const answer = await handOver(this.#to, attempt, delivery, begun);
    this.#patience.note(this.#clock.monotonic() - handed);
    // Only now: meanwhile a tick has taken the answers that were there.
    this.#answers.push(answer);
    this.#out.delete(attempt.attemptId);
    this.#to.carrier.window.give(this.#to.lane.id);
    if (this.#answers.length >= this.#wanted) this.#roused?.();
  }

  /** Takes the answers that are there, to commit them. */
  takeAnswers(): Answer[] {
    const answers = this.#answers;
    this.#answers = [];
    return answers;
  }

  /** They could not be committed. */
  putBack(answers: readonly Answer[]): void {
    this.#answers.push(...answers);
  }

  /** Waits for an answer, at most for so many milliseconds; those that come in the same moment join it. */
  async next(patience: number | null): Promise<void> {
    await this.#wait(1, patience);
    await new Promise(setImmediate);
  }

  /**
   * Lets answers that are about to come join the next tick, where they usually take a while. `opening`:
   * so many attempts are opened by ticks under way; then one more is worth it only for half of
   * everything, and false says that it was roused before.
   */
  async gather(opening: number | null): Promise<boolean> {
    const wanted = Math.ceil((this.underWay + this.#answers.length + (opening ?? 0)) * ENOUGH);
    if (this.#answers.length >= wanted) return true;
    const patience = opening === null ? this.#patience.length : null;
    if (patience !== 0) await this.#wait(wanted, patience);
    return opening === null || this.#answers.length >= wanted;
  }

  async #wait(wanted: number, patience: number | null): Promise<void> {
    let stopTimer = () => {};
    await new Promise<void>((resolve) => {
      this.#wanted = wanted;
      this.#roused = resolve;
      if (patience !== null) stopTimer = this.#clock.timer(patience, resolve);
    });
    stopTimer();
    this.#roused = null;
  }

  /** Ends such a wait. */
  rouse(): void {
    this.#roused?.();
  }
}
