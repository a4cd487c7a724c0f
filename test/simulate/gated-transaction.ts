import type { Pool, PoolClient } from 'pg';
import { ConnectionLost, failureOf, type Gate, never, pidOf, rewritten, run } from './gate.ts';
import type { Execution, Fate, Torn } from './stage.ts';
import { nameOf, type QueryArguments, textOf } from './statement-name.ts';

/**
 * A connection as a transaction of the engine sees it. It runs whole; where its fate is to be torn,
 * or it had to wait for a lock, each further statement waits to be let through.
 */
export class GatedTransaction {
  readonly #gate: Gate;
  readonly #real: PoolClient;
  readonly #fate: Fate;
  readonly #torn: Torn;
  #isOver = false;
  /** The statement before. */
  #before: Promise<unknown> = Promise.resolve();
  /** While it runs whole: ends the note that the database is at work. */
  #endWhole: (() => void) | null = null;
  #execution: Execution | null = null;

  private constructor(gate: Gate, real: PoolClient, fate: Fate) {
    this.#gate = gate;
    this.#real = real;
    this.#fate = fate;
    this.#torn = {
      owner: gate.owner,
      pid: pidOf(real),
      isAtRest: true,
      abandon: () => this.#abandon(),
    };
  }

  static async begin(real: Pool, gate: Gate, fate: Fate): Promise<GatedTransaction> {
    return gate.stage.during(async () => {
      const transaction = new GatedTransaction(gate, await real.connect(), fate);
      if (fate === 'torn') gate.stage.torn.add(transaction.#torn);
      else transaction.#runWhole();
      return transaction;
    });
  }

  on(): void {}
  off(): void {}

  release(): void {
    this.#endWhole?.();
    if (this.#isOver) return;
    this.#isOver = true;
    this.#gate.stage.torn.delete(this.#torn);
    this.#real.release();
  }

  /** Those that are sent together run one after the other all the same. */
  query(...given: QueryArguments): Promise<object> {
    const answer = this.#before.then(() => this.#next(given));
    this.#before = answer.catch(() => undefined);
    return answer;
  }

  async #next(given: QueryArguments): Promise<object> {
    if (this.#isOver) throw new ConnectionLost();
    const isCommit = textOf(given) === 'commit';
    const fate = await this.#fateOf(nameOf(given), isCommit);
    if (fate === 'cut') return this.#breakOff();
    const result = await this.#execute(given, isCommit);
    if (this.#gate.owner.isGone) {
      await this.#gate.stage.during(() => this.#abandon());
      return never();
    }
    return isCommit && fate === 'lost' ? this.#breakOff() : result;
  }

  /** Whole, the fate of the transaction shows at its commit. */
  #fateOf(name: string, isCommit: boolean): Fate | Promise<Fate> {
    if (this.#endWhole) return isCommit ? this.#fate : 'run';
    return this.#gate.stage.arrive(this.#gate.owner, name, isCommit ? 'commit' : 'statement');
  }

  async #execute(given: QueryArguments, isCommit: boolean): Promise<object> {
    const { stage, owner, rewrite } = this.#gate;
    this.#torn.isAtRest = false;
    try {
      if (this.#execution) return await run(this.#real, rewritten(given, rewrite));
      const whole = () => run(this.#real, rewritten(given, rewrite));
      return await stage.during(whole, this.#torn.pid);
    } catch (error) {
      stage.failures.push(failureOf(error, textOf(given)));
      throw error;
    } finally {
      stage.ran.push(`${owner.name}: ${nameOf(given)}`);
      if (isCommit) stage.committed.push(owner);
      this.#torn.isAtRest = true;
      if (this.#execution?.isBlocked) this.#tear();
    }
  }

  /** From here to the end of the transaction the database counts as being at work. */
  #runWhole(): void {
    void this.#gate.stage.during(async (execution) => {
      execution.pid = this.#torn.pid;
      this.#execution = execution;
      await new Promise<void>((resolve) => {
        this.#endWhole = resolve;
      });
      this.#execution = null;
      this.#endWhole = null;
    });
  }

  /** It waited for a lock: meanwhile others went on, and so they do between its further statements. */
  #tear(): void {
    this.#gate.stage.torn.add(this.#torn);
    this.#endWhole?.();
    this.#endWhole = null;
    this.#execution = null;
  }

  async #breakOff(): Promise<never> {
    await this.#gate.stage.during(() => this.#abandon());
    throw new ConnectionLost();
  }

  /** What was not committed is rolled back, as the server does when a connection is gone. */
  async #abandon(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#gate.stage.torn.delete(this.#torn);
    await this.#real.query('rollback');
    this.#real.release();
    this.#endWhole?.();
  }
}
