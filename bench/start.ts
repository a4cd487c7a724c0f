import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtPage } from '../src/roles/build-page.ts';
import { type Benchmark, inRounds, medianOf, timed } from './benchmark.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const BARE = fileURLToPath(new URL('./bare-start.ts', import.meta.url));

const ROUNDS = 7;

/**
 * From the command to the first answer over HTTP, of a data folder and a page that are there already,
 * embedded PostgreSQL included; against a bare Fastify that starts the same PostgreSQL and asks it once.
 */
export const start: Benchmark = {
  name: 'start',
  async run({ folder: parent }) {
    const folder = await mkdtemp(join(parent, 'start-'));
    await builtPage(() => undefined);
    await oneStart([MAIN, 'serve'], folder);
    const rounds = await inRounds(ROUNDS, async () => {
      const baseline = await oneStart([BARE], folder);
      const ours = await oneStart([MAIN, 'serve'], folder);
      return { ours: 1_000 / ours, baseline: 1_000 / baseline };
    });
    return [medianOf(rounds, { name: 'start', unit: 'starts/s', aim: { least: 0.5 } })];
  },
};

/** Milliseconds until `GET /api/health` is answered; the process is stopped afterwards. */
async function oneStart(command: readonly string[], folder: string): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  let child: ReturnType<typeof spawn> | undefined;
  const milliseconds = await timed(async () => {
    child = spawn(process.execPath, command, {
      env: { ...process.env, HEADSUP_DATA: folder, PORT: String(port), HOST: '127.0.0.1' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended by itself`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
  const ended = new Promise((resolve) => child?.once('exit', resolve));
  child?.kill('SIGTERM');
  await ended;
  return milliseconds;
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/health`).then(
    (response) => response.ok,
    () => false,
  );
}
