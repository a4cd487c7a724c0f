import type { PoolClient } from 'pg';
import type { Owner } from './owner.ts';

/**
 * What happens to a statement or a transaction that is let through: it runs; it runs, but its
 * statements wait one by one (torn); the connection is lost before it is done (cut), or after it was
 * committed and before the reply came (lost).
 */
export type Fate = 'run' | 'torn' | 'cut' | 'lost';

/** Somebody who waits to be let through. */
export type Waiting = {
  owner: Owner;
  what: string;
  kind: 'statement' | 'transaction' | 'commit';
  open(fate: Fate): void;
};

/** Work that the database has been given and has not answered. */
export type Execution = { pid: number; isBlocked: boolean };

/** An open transaction whose statements wait one by one. */
export type Torn = { owner: Owner; pid: number; isAtRest: boolean; abandon(): Promise<void> };

/** Turns of the event loop without any arrival after which everybody is sure to wait for us. */
const QUIET_TURNS = 3;
/** Milliseconds after which a statement that does not answer is looked after, and given up. */
const LOOK = 2;
const PATIENCE = 20_000;

/**
 * Where everything that touches the database waits until it is let through, so that one thing happens
 * after another in an order that the simulation chose.
 */
export class Stage {
  readonly waiting: Waiting[] = [];
  readonly torn = new Set<Torn>();
  /** What has run since it was last taken, for the trace, and what failed though nobody wanted it to. */
  ran: string[] = [];
  committed: Owner[] = [];
  failures: Error[] = [];
  readonly #executions = new Set<Execution>();
  readonly #monitor: PoolClient;
  #arrivals = 0;
  #noteEnd: () => void = () => {};

  /** `monitor`: a connection on which it is asked who waits for whose locks. */
  constructor(monitor: PoolClient) {
    this.#monitor = monitor;
  }

  /** How many statements wait for a lock. */
  get blocked(): number {
    return this.#executions.size;
  }

  /** Waits to be let through; for ever, once its owner is gone. */
  arrive(owner: Owner, what: string, kind: Waiting['kind']): Promise<Fate> {
    this.#arrivals += 1;
    return new Promise((resolve) => {
      const waiting: Waiting = {
        owner,
        what,
        kind,
        open: (fate) => {
          this.waiting.splice(this.waiting.indexOf(waiting), 1);
          resolve(fate);
        },
      };
      this.waiting.push(waiting);
    });
  }

  /** Notes that the database is at work for as long as `work` takes. */
  async during<Result>(work: (execution: Execution) => Promise<Result>, pid = 0): Promise<Result> {
    const execution = { pid, isBlocked: false };
    this.#executions.add(execution);
    try {
      return await work(execution);
    } finally {
      this.#executions.delete(execution);
      this.#arrivals += 1;
      this.#noteEnd();
    }
  }

  /** The owner is gone: what it waits for never comes, and its open transactions roll back. */
  crash(owner: Owner): void {
    owner.isGone = true;
    for (const one of this.waiting.filter((waiting) => waiting.owner === owner)) {
      this.waiting.splice(this.waiting.indexOf(one), 1);
    }
    for (const torn of this.torn) {
      if (torn.owner === owner && torn.isAtRest) void this.during(() => torn.abandon());
    }
  }

  /** Returns once everybody waits: at the stage, for time or the carrier, or for another's lock. */
  async settle(): Promise<void> {
    const end = performance.now() + PATIENCE;
    let seen = -1;
    for (let quiet = 0; quiet < QUIET_TURNS; ) {
      await new Promise(setImmediate);
      const isQuiet = this.#arrivals === seen;
      seen = this.#arrivals;
      quiet = isQuiet ? quiet + 1 : 0;
      if (!isQuiet || this.#executions.size === 0) continue;
      if (await this.#allBlocked()) return;
      quiet = 0;
      if (this.#arrivals === seen) await this.#nextEnd();
      if (performance.now() > end) throw new Error('the database does not answer');
    }
  }

  async #nextEnd(): Promise<void> {
    const isAlone = this.torn.size === 0;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, isAlone ? PATIENCE : LOOK);
      this.#noteEnd = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#noteEnd = () => {};
  }

  /** Whether each statement at work waits for a transaction that rests, if only through another that waits. */
  async #allBlocked(): Promise<boolean> {
    const resting = [...this.torn].filter(({ isAtRest }) => isAtRest).map(({ pid }) => pid);
    if (resting.length === 0) return false;
    const executions = [...this.#executions];
    const { rows } = await this.#monitor.query<{ pid: number; by: number[] }>({
      name: 'who-blocks-whom',
      text: 'select pid, pg_blocking_pids(pid) as by from unnest($1::int[]) pid',
      values: [executions.map(({ pid }) => pid)],
    });
    const stuck = new Set(resting);
    for (let grown = true; grown; ) {
      const more = rows.filter(
        ({ pid, by }) => !stuck.has(pid) && by.some((one) => stuck.has(one)),
      );
      for (const { pid } of more) stuck.add(pid);
      grown = more.length > 0;
    }
    const areAll = executions.every(
      (execution) => stuck.has(execution.pid) && this.#executions.has(execution),
    );
    if (areAll) for (const execution of executions) execution.isBlocked = true;
    return areAll && executions.length === this.#executions.size;
  }
}
