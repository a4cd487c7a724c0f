import type { QueryConfig } from 'pg';
import { doorKey, OPEN_DOOR } from '../account/door-lock.ts';

/** Sees to it that nothing is sent from a ledger that was set back in time. */
export interface HomeWatch {
  /** Called before each tick: says, about once a second, that something may be sent. */
  promise(now: Date): Promise<void>;
  /**
   * The first statement of a tick: takes the account's door lock, and fails where the server is not
   * the one that was known, or has forgotten something. Throws a LedgerMoved where that is known before.
   */
  entry(accountId: string): QueryConfig;
  /** Learns from the rows of that statement. */
  entered(rows: readonly unknown[]): void;
  /** The error to go on with where a tick failed with this one: a LedgerMoved, if that was why. */
  refused(error: unknown): unknown;
}

/** The server is another, or was set back: nothing may be sent before it is known what could be lost. */
export class LedgerMoved extends Error {
  constructor() {
    super(
      'the ledger is on another server or timeline, or was set back: nothing is sent by it yet',
    );
    this.name = 'LedgerMoved';
  }
}

/** For ledgers that cannot be set back under the process, as in a benchmark. */
export const unwatched: HomeWatch = {
  promise: async () => undefined,
  entry: (accountId) => ({ name: 'open-door', text: OPEN_DOOR, values: doorKey(accountId) }),
  entered: () => undefined,
  refused: (error) => error,
};
