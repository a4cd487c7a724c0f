import { addressOf, type Channel, personIn } from '../people.ts';

/** Milliseconds without anything taken after which a run has come to a halt. */
const PATIENCE = 120_000;

/**
 * What a carrier really took, counted by what the messages say: the judge of a run. It stands in a
 * process that nothing crashes, and knows nothing of the ledger.
 */
export class Book {
  readonly #channel: Channel;
  readonly #times = new Map<number, number>();
  /** Messages that named nobody, or came to another address than that person's. */
  astray = 0;
  /** Answers that did not come, or too late, to messages that were taken. */
  repliesLost = 0;
  #taken = 0;
  #lastChange = performance.now();

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** Notes that a message was taken. */
  take(to: string, text: string): void {
    const person = personIn(text);
    if (person === null || to !== addressOf(this.#channel, person)) this.astray += 1;
    else this.#times.set(person, this.timesOf(person) + 1);
    this.#taken += 1;
    this.#lastChange = performance.now();
  }

  /** Messages taken until now. */
  get taken(): number {
    return this.#taken;
  }

  /** How many the person was sent. */
  timesOf(person: number): number {
    return this.#times.get(person) ?? 0;
  }

  /** Waits until so many messages are taken; throws where nothing is taken for too long, or `signal` is raised. */
  async reaches(count: number, signal: AbortSignal): Promise<void> {
    this.#lastChange = performance.now();
    while (this.#taken < count) {
      signal.throwIfAborted();
      if (performance.now() - this.#lastChange > PATIENCE)
        throw new Error(
          `nothing was taken for ${PATIENCE / 1_000} s, after ${this.#taken} messages`,
        );
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
