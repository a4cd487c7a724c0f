import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DatabaseAddress } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { findBinaries } from './binaries.ts';
import { prepareCluster, readPassword, USER } from './cluster.ts';
import { chooseEndpoint, clearEndpoint, leaveEndpoint } from './endpoint.ts';
import { launch } from './launch.ts';
import { endLeftover } from './leftover.ts';
import { chooseRunAs } from './run-as.ts';
import { Supervisor } from './supervisor.ts';

/** A running embedded PostgreSQL, which is started again where it ends by itself. */
export type EmbeddedPostgres = {
  address: DatabaseAddress;
  /** Of the server's first process; null while there is none. */
  pid(): number | null;
  /** Resolves with a sentence once it has been tried in vain for a day to start it again. */
  gaveUp: Promise<string>;
  /** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = { say?: ((line: string) => void) | undefined; restarts?: boolean };

/**
 * Starts the PostgreSQL that comes with Headsup on `folder`/postgres, made by initdb the first time.
 * It listens on a Unix socket in a folder of mode 0700 only (on Windows: a free port of 127.0.0.1),
 * and asks for a random password kept in a 0600 file. The caller holds the data folder's lock; `say` is
 * told when the server ends by itself and when it is back, and `restarts: false` leaves that to the
 * caller. Throws a Refusal where the cluster is of another major version or cannot run here.
 */
export async function startEmbeddedPostgres(
  folder: string,
  { say = () => undefined, restarts = true }: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const cluster = join(folder, 'postgres');
  const binaries = await findBinaries();
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  const runAs = await chooseRunAs(folder, binaries.postgres);
  const password = await readPassword(folder);
  await prepareCluster(binaries, runAs, cluster);
  await endLeftover(cluster);
  const endpoint = await chooseEndpoint(folder, runAs);
  const address = { ...endpoint, user: USER, password, database: USER };
  const plan = { binaries, runAs, cluster, address };
  try {
    const first = await launch(plan).catch((error: Error) => {
      throw new Refusal(
        `The embedded PostgreSQL did not start (${error.message}): mend that and start again, or set DATABASE_URL to a PostgreSQL server of your own.`,
      );
    });
    await ensureDatabase(address);
    const again = async (signal: AbortSignal) => {
      await endLeftover(cluster);
      await clearEndpoint(endpoint);
      return launch(plan, signal);
    };
    const supervisor = new Supervisor(first, restarts ? again : null, say);
    const stop = () => supervisor.stop().finally(() => leaveEndpoint(endpoint));
    const { gaveUp } = supervisor;
    return { address, pid: () => supervisor.pid(), gaveUp, stop };
  } catch (error) {
    await leaveEndpoint(endpoint);
    throw error;
  }
}

async function ensureDatabase(
  address: Exclude<DatabaseAddress, { connectionString: string }>,
): Promise<void> {
  const client = new Client({ ...address, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [USER]);
    if (rowCount === 0) await client.query(`create database ${USER}`);
  } finally {
    await client.end();
  }
}
