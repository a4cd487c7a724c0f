import type { PoolClient } from 'pg';
import type { Owner } from './owner.ts';
import type { Stage } from './stage.ts';
import type { QueryArguments } from './statement-name.ts';

/** Changes the text of a statement before it runs: how a bug is planted. */
export type Rewrite = (text: string) => string;

/** What one owner works with: the stage that it waits at, and how its statements are rewritten. */
export type Gate = {
  stage: Stage;
  owner: Owner;
  rewrite: Rewrite;
  /** Whether statements wait too that only read; what they find may be old anyhow by the next that writes. */
  holdsReaders: boolean;
};

/** What pg says of a connection that was lost: no failure of the engine, for the simulation wanted it. */
export class ConnectionLost extends Error {
  constructor() {
    super('Connection terminated unexpectedly');
  }
}

/** What comes to somebody who is gone. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** The arguments of a query with its text rewritten. */
export function rewritten([query, values]: QueryArguments, rewrite: Rewrite): QueryArguments {
  if (typeof query === 'string') return [rewrite(query), values];
  return [{ ...query, text: rewrite(query.text) }, values];
}

const prepared = new Map<string, string>();

/** Runs a query on a connection, prepared once, for the same few statements run over and over. */
export function run(client: PoolClient, [query, values]: QueryArguments): Promise<object> {
  const named = typeof query === 'string' ? { text: query, values } : query;
  if (named.values === undefined) return client.query(named.text);
  let name = prepared.get(named.text);
  if (name === undefined) {
    name = `simulated_${prepared.size}`;
    prepared.set(named.text, name);
  }
  return client.query({ ...named, values: named.values, name });
}

/** The server process of a connection, which pg knows though its types do not say so. */
export function pidOf(client: PoolClient): number {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : 0;
}

/** A failure that nobody wanted, with the beginning of its statement. */
export function failureOf(error: unknown, text: string): Error {
  return new Error(`${error}: ${text.slice(0, 200)}`, { cause: error });
}
