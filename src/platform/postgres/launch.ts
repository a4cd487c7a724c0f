import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import type { PostgresBinaries } from './binaries.ts';
import type { Endpoint } from './endpoint.ts';
import type { RunAs } from './run-as.ts';

/** Milliseconds without a word from a server that starts, and between two looks. */
const START_PATIENCE = 60_000;
const LOOK = 20;
/** Milliseconds for the children of a killed server to end, and between two tries. */
const CHILD_PATIENCE = 20_000;
const RELAUNCH = 200;

/** How the server of a cluster is started, and how it is reached. */
export type LaunchPlan = {
  binaries: PostgresBinaries;
  runAs: RunAs;
  cluster: string;
  address: Endpoint & { user: string; password: string; database: string };
};

/** A server that answers; `lastWords` is the end of its log. */
export type Server = { child: ChildProcess; lastWords(): string };

/**
 * Launches and waits until it answers. While a child of a killed server is still at its last work,
 * PostgreSQL refuses to start on the same memory: then once more, for as long as that may take. Throws
 * with PostgreSQL's own reason where it does not come up; `signal` breaks it off.
 */
export async function launch(plan: LaunchPlan, signal?: AbortSignal): Promise<Server> {
  for (let waited = 0; ; waited += RELAUNCH) {
    const child = spawnServer(plan);
    const server = { child, lastWords: collectLastWords(child) };
    const failure = await becomesReady(child, plan.address, signal);
    if (failure === null) return server;
    const words = failure.message || reasonIn(server.lastWords());
    await ended(server);
    if (!words.includes('still in use') || waited > CHILD_PATIENCE || signal?.aborted) {
      throw new Error(words);
    }
    await sleep(RELAUNCH);
  }
}

/** Resolves once the server has ended, or was never there. */
export async function ended({ child }: Server): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  await once(child, 'exit');
}

function spawnServer({ binaries, runAs, cluster, address }: LaunchPlan): ChildProcess {
  const listen =
    process.platform === 'win32'
      ? { listen_addresses: address.host }
      : { listen_addresses: '', unix_socket_directories: address.host };
  const settings = {
    ...listen,
    port: String(address.port),
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

/**
 * Null once it answers; an error, of the spawn or empty, where it never will. While it says that it is
 * starting up it is at its recovery, which takes as long as it takes.
 */
async function becomesReady(
  child: ChildProcess,
  address: ClientConfig,
  signal: AbortSignal | undefined,
): Promise<Error | null> {
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  let silence = 0;
  while (silence < START_PATIENCE && !signal?.aborted) {
    if (failed || child.exitCode !== null || child.signalCode !== null) break;
    const heard = await knock({ ...address, database: 'postgres' });
    if (heard === 'ready') return null;
    silence = heard === 'starting' ? 0 : silence + LOOK;
    await sleep(LOOK);
  }
  child.kill('SIGINT');
  return failed ?? new Error('');
}

/** SQLSTATE 57P03, cannot_connect_now: it is there, and not done with starting. */
async function knock(address: ClientConfig): Promise<'ready' | 'starting' | 'silent'> {
  const client = new Client(address);
  const heard = await client.connect().then(
    () => 'ready' as const,
    (error: unknown) =>
      error instanceof Error && 'code' in error && error.code === '57P03' ? 'starting' : 'silent',
  );
  await client.end().catch(() => undefined);
  return heard;
}

/** What PostgreSQL gave as the reason, without time and process. */
export function reasonIn(log: string): string {
  const reasons = [...log.matchAll(/^.*?\b(?:FATAL|PANIC|ERROR): +(.*)$/gm)];
  return reasons.at(-1)?.[1] ?? (log.split('\n').at(-1) || 'it said nothing');
}
