import type { Pool } from 'pg';
import type { Database } from '../../src/platform/database.ts';
import { ConnectionLost, failureOf, type Gate, never, pidOf, rewritten, run } from './gate.ts';
import { GatedTransaction } from './gated-transaction.ts';
import { isReading, nameOf, type QueryArguments, textOf } from './statement-name.ts';

/** A pool of which every statement and every transaction waits to be let through. */
export function gatedPool(real: Pool, gate: Gate): Pool {
  const { stage, owner, rewrite, holdsReaders } = gate;
  const query = async (...given: QueryArguments): Promise<object> => {
    const name = nameOf(given);
    const mayPass = isReading(given) && !holdsReaders;
    const fate = mayPass ? 'run' : await stage.arrive(owner, name, 'statement');
    if (owner.isGone) return never();
    if (fate === 'cut') throw new ConnectionLost();
    const result = await stage.during(async (execution) => {
      const client = await real.connect();
      execution.pid = pidOf(client);
      try {
        const answer = await run(client, rewritten(given, rewrite));
        stage.ran.push(`${owner.name}: ${name}`);
        if (!isReading(given)) stage.committed.push(owner);
        return answer;
      } catch (error) {
        stage.failures.push(failureOf(error, textOf(given)));
        throw error;
      } finally {
        client.release();
      }
    });
    if (owner.isGone) return never();
    if (fate === 'lost') throw new ConnectionLost();
    return result;
  };
  const connect = async (): Promise<GatedTransaction> => {
    const fate = await stage.arrive(owner, 'a transaction', 'transaction');
    if (owner.isGone) return never();
    const begun = await GatedTransaction.begin(real, gate, fate);
    return owner.isGone ? never() : begun;
  };
  // The engine calls nothing else of a pool, and of its connections only what GatedTransaction has.
  return { query, connect } as unknown as Pool;
}

/** A database of which everything waits at the gate. */
export function gatedDatabase(real: Database, gate: Gate): Database {
  const { address, close } = real;
  const [app, engine] = [gatedPool(real.app, gate), gatedPool(real.engine, gate)];
  return { app, engine, ledger: gatedPool(real.ledger, gate), address, close };
}
