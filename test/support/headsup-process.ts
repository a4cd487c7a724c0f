import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { endPostgres } from './postgres-of-folder.ts';

const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const PATIENCE = 45_000;

/** How a command ended: `code` is null where a signal ended it. */
export type Ended = { code: number | null; stdout: string; stderr: string };

/** A command of Headsup in a process of its own. */
export type HeadsupProcess = {
  pid: number;
  /** What it has printed so far. */
  stdout(): string;
  stderr(): string;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
};

/** Settings of the environment besides HEADSUP_DATA. */
export type Environment = Readonly<Record<string, string>>;

/**
 * A data folder for the test that calls this, `inside` a new temporary folder. At the test's end what
 * still runs on it is ended, PostgreSQL included, and it is removed.
 */
export async function temporaryFolder(inside = 'data'): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'headsup-process-'));
  const folder = join(root, inside);
  onTestFinished(async () => {
    await endPostgres(join(folder, 'postgres'));
    await rm(root, { recursive: true, force: true });
  });
  return folder;
}

/**
 * Starts `headsup …words` on a data folder, where a `prefix` is given by that command; it is killed at the
 * end of the test if it still runs.
 */
export function startHeadsup(
  folder: string,
  words: readonly string[],
  environment: Environment = {},
  prefix: readonly string[] = [],
): HeadsupProcess {
  const [program = NODE, ...rest] = [...prefix, NODE, MAIN, ...words];
  const child = spawn(program, rest, {
    env: { PATH: process.env.PATH, HOME: tmpdir(), HEADSUP_DATA: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({
    code: code ?? null,
    stdout: stdout(),
    stderr: stderr(),
  }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { pid: pidOf(child), stdout, stderr, kill: (signal) => child.kill(signal), ended };
}

/** Runs a command to its end. */
export function runHeadsup(
  folder: string,
  words: readonly string[],
  environment: Environment = {},
): Promise<Ended> {
  return startHeadsup(folder, words, environment).ended;
}

/** A server that says it is ready. */
export type ServingProcess = HeadsupProcess & { url: string; setupToken: string | null };

/** Starts `headsup serve …words` (without building the page, on a free port) and waits until it is ready. */
export async function serveHeadsup(
  folder: string,
  environment: Environment = {},
  words: readonly string[] = [],
  prefix: readonly string[] = [],
): Promise<ServingProcess> {
  const all = ['serve', '--no-page', ...words];
  const server = startHeadsup(folder, all, { PORT: '0', ...environment }, prefix);
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  const end = performance.now() + PATIENCE;
  for (;;) {
    const url = /ready: (\S+)/.exec(server.stdout())?.[1];
    const isWhole = url !== undefined && server.stdout().endsWith('\n');
    if (isWhole) {
      return { ...server, url, setupToken: /token=(\S+)/.exec(server.stdout())?.[1] ?? null };
    }
    if (over || performance.now() > end) {
      throw new Error(`it did not start:\n${server.stdout()}${server.stderr()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function collect(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('Node.js could not be started');
  return child.pid;
}
