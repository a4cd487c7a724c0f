import type { Queryable } from '../platform/database.ts';

/** Sees to it that nothing is sent from a ledger that was set back in time. */
export interface HomeWatch {
  /** Called before each tick: says, about once a second, that something may be sent. */
  promise(now: Date): Promise<void>;
  /**
   * Runs the first statement of a tick, which takes the door lock, and looks on which server it ran.
   * Throws a LedgerMoved where that is not the one that was known, or has forgotten something.
   */
  enter(client: Queryable, lock: string): Promise<void>;
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
  enter: async (client, lock) => {
    await client.query(lock);
  },
};
