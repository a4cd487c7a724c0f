import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DatabaseAddress } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { findBinaries, type PostgresBinaries } from './binaries.ts';
import { prepareCluster, readPassword, USER } from './cluster.ts';
import { chooseEndpoint, type Endpoint, leaveEndpoint } from './endpoint.ts';
import { endLeftover } from './leftover.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';

const START_PATIENCE = 60_000;
/** Milliseconds for the children of a killed server to end, and between two tries. */
const CHILD_PATIENCE = 20_000;
const RELAUNCH = 200;

/** A running embedded PostgreSQL. */
export type EmbeddedPostgres = {
  address: DatabaseAddress;
  /** Of the server's first process. */
  pid: number;
  /** Called once if the server ends without having been asked to. */
  onUnexpectedEnd(listener: (lastWords: string) => void): void;
  /** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL that comes with Headsup on `folder`/postgres, made by initdb the first time.
 * It listens on a Unix socket in a folder of mode 0700 only (on Windows: a free port of 127.0.0.1),
 * and asks for a random password kept in a 0600 file. The caller holds the data folder's lock.
 * Throws a Refusal where the cluster is of another major version or cannot run here.
 */
export async function startEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  const cluster = join(folder, 'postgres');
  const binaries = await findBinaries();
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  const runAs = await chooseRunAs(folder, binaries.postgres);
  const password = await readPassword(folder);
  await prepareCluster(binaries, runAs, cluster);
  await endLeftover(cluster);
  const endpoint = await chooseEndpoint(folder, runAs);
  const address = { ...endpoint, user: USER, password, database: USER };
  try {
    const launchOne = () => launch(binaries, runAs, cluster, endpoint);
    const { child, lastWords } = await launchReady(launchOne, address);
    await ensureDatabase(address);
    return supervise(child, address, lastWords);
  } catch (error) {
    await leaveEndpoint(endpoint);
    throw error;
  }
}

/**
 * Launches and waits until it answers. While a child of a killed server is still at its last work,
 * PostgreSQL refuses to start on the same memory: then once more, for as long as that may take.
 */
async function launchReady(
  launchOne: () => ChildProcess,
  address: DatabaseAddress,
): Promise<{ child: ChildProcess; lastWords: () => string }> {
  for (let waited = 0; ; waited += RELAUNCH) {
    const child = launchOne();
    const lastWords = collectLastWords(child);
    const failure = await becomesReady(child, address);
    if (failure === null) return { child, lastWords };
    const words = failure.message || fatalWords(lastWords());
    if (!words.includes('still in use') || waited > CHILD_PATIENCE) {
      throw new Refusal(
        `The embedded PostgreSQL did not start (${words}): mend that and start again, or set DATABASE_URL to a PostgreSQL server of your own.`,
      );
    }
    await sleep(RELAUNCH);
  }
}

function launch(
  binaries: PostgresBinaries,
  runAs: RunAs,
  cluster: string,
  endpoint: Endpoint,
): ChildProcess {
  const listen =
    process.platform === 'win32'
      ? { listen_addresses: endpoint.host }
      : { listen_addresses: '', unix_socket_directories: endpoint.host };
  const settings = {
    ...listen,
    port: String(endpoint.port),
    max_connections: '100',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    log_min_messages: 'warning',
    log_destination: 'stderr',
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program = binaries.postgres, ...rest] = [...runAs.prefix, binaries.postgres];
  return spawn(program, [...rest, '-D', cluster, ...words], {
    ...runAs.options,
    // Its own process group: Ctrl-C in the terminal reaches us first, so that we drain before it stops.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function collectLastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-4_000);
  });
  return () => text.trim();
}

/** Null once it answers; an error, of the spawn or empty, where it never will. */
async function becomesReady(child: ChildProcess, address: DatabaseAddress): Promise<Error | null> {
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  for (let waited = 0; waited < START_PATIENCE; waited += 20) {
    if (failed || child.exitCode !== null || child.signalCode !== null) break;
    const client = new Client({ ...address, database: 'postgres' });
    // Until the server listens, or while it recovers, this fails; the next round asks again.
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (ready) return null;
    await sleep(20);
  }
  child.kill('SIGINT');
  return failed ?? new Error('');
}

/** What PostgreSQL gave as the reason, without time and process. */
function fatalWords(log: string): string {
  const reasons = [...log.matchAll(/^.*?\b(?:FATAL|PANIC|ERROR): +(.*)$/gm)];
  return reasons.at(-1)?.[1] ?? (log.split('\n').at(-1) || 'it said nothing');
}

async function ensureDatabase(address: DatabaseAddress & Endpoint): Promise<void> {
  const client = new Client({ ...address, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [USER]);
    if (rowCount === 0) await client.query(`create database ${USER}`);
  } finally {
    await client.end();
  }
}

function supervise(
  child: ChildProcess,
  address: DatabaseAddress & Endpoint,
  lastWords: () => string,
): EmbeddedPostgres {
  let stopping = false;
  const listeners: ((words: string) => void)[] = [];
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
      if (!stopping) for (const listener of listeners) listener(lastWords());
    });
  });
  return {
    address,
    pid: child.pid ?? 0,
    onUnexpectedEnd: (listener) => listeners.push(listener),
    stop: async () => {
      stopping = true;
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
      await leaveEndpoint(address);
    },
  };
}
