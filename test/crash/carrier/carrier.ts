import type { Channel } from '../people.ts';
import type { Book } from './book.ts';

/** A carrier in the process that survives: it takes messages, misbehaves by the seed, and keeps the book. */
export type Carrier = {
  channel: Channel;
  book: Book;
  /** The row by which the product calls it. */
  provider: { kind: string; settings: object };
  /** How many of a worker's messages are on the wire at once. */
  window: number;
  /** Whether it can be asked afterwards what it took. */
  canBeAsked: boolean;
  close(): Promise<void>;
};
