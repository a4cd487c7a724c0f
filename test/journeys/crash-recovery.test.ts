import { spawn } from 'node:child_process';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveHeadsup, startHeadsup, temporaryFolder } from '../support/headsup-process.ts';
import { postgresOf } from '../support/postgres-of-folder.ts';
import { waitFor } from '../support/wait-for.ts';

test('after kill -9, PostgreSQL left running, the next start takes over', async () => {
  const folder = await temporaryFolder();
  const killed = await serveHeadsup(folder);
  killed.kill('SIGKILL');
  await killed.ended;
  const left = await postgresOf(join(folder, 'postgres'));
  expect(left).toHaveLength(1);

  const server = await serveHeadsup(folder);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  expect(await postgresOf(join(folder, 'postgres'))).not.toEqual(left);
});

test('after kill -9 of PostgreSQL too, while both were killed at once', async () => {
  const folder = await temporaryFolder();
  const killed = await serveHeadsup(folder);
  const [postgres = 0] = await postgresOf(join(folder, 'postgres'));
  killed.kill('SIGKILL');
  process.kill(postgres, 'SIGKILL');
  await killed.ended;
  const server = await serveHeadsup(folder);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});

test('when PostgreSQL alone is killed, the server says so and starts it again, as often as it takes', async () => {
  const folder = await temporaryFolder();
  const server = await serveHeadsup(folder);
  const health = async (): Promise<unknown> => (await fetch(`${server.url}/api/health`)).json();
  for (let time = 1; time <= 3; time += 1) {
    const [postgres = 0] = await waitFor(
      () => postgresOf(join(folder, 'postgres')),
      (pids) => pids.length === 1,
    );
    process.kill(postgres, 'SIGKILL');
    await waitFor(
      async () => server.stdout().match(/The embedded PostgreSQL ended/g)?.length,
      (ends) => ends === time,
    );
    await expect.poll(health, { timeout: 30_000 }).toEqual({ ok: true, problem: null });
  }
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  expect(await postgresOf(join(folder, 'postgres'))).toEqual([]);
});

test('a server that is stopped while PostgreSQL is away stops, and leaves none behind', async () => {
  const folder = await temporaryFolder();
  const server = await serveHeadsup(folder);
  const cluster = join(folder, 'postgres');
  const [postgres = 0] = await postgresOf(cluster);
  // So that it cannot come up.
  await rename(join(cluster, 'global'), join(cluster, 'elsewhere'));
  process.kill(postgres, 'SIGKILL');
  await waitFor(
    async () => server.stdout(),
    (said) => /does not start \(.+\)/.test(said),
  );
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  expect(await postgresOf(cluster)).toEqual([]);
});

test('marks of processes that are gone, whose numbers belong to others by now, are passed over', async () => {
  const folder = await temporaryFolder();
  const killed = await serveHeadsup(folder);
  const [postgres = 0] = await postgresOf(join(folder, 'postgres'));
  killed.kill('SIGKILL');
  process.kill(postgres, 'SIGKILL');
  await killed.ended;
  const bystander = spawn('sleep', ['600']);
  onTestFinished(() => void bystander.kill());
  const pid = String(bystander.pid);
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8')).split('\n');
  await writeFile(pidFile, [pid, ...lines.slice(1)].join('\n'));
  await writeFile(
    join(folder, 'socket', '.s.PGSQL.5432.lock'),
    [pid, ...lines.slice(1)].join('\n'),
  );
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid: Number(pid), started: 'before' }));

  const server = await serveHeadsup(folder);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  expect(bystander.exitCode).toBeNull();
  expect(bystander.signalCode).toBeNull();
});

test.for(['postgres.new-', 'postgres/PG_VERSION', 'postgres/postmaster.pid', 'server.json'])(
  'a first start that was killed when it had come to %s is done anew',
  async (path) => {
    const folder = await temporaryFolder();
    const half = startHeadsup(folder, ['serve', '--no-page'], { PORT: '0' });
    await waitFor(async () => hasPath(folder, path), Boolean);
    half.kill('SIGKILL');
    await half.ended;
    const server = await serveHeadsup(folder);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  },
);

/** Whether the folder has come to hold a path that begins so. */
async function hasPath(folder: string, path: string): Promise<boolean> {
  const whole = join(folder, path);
  const names = await readdir(dirname(whole)).catch(() => []);
  return names.some((name) => name.startsWith(basename(whole)));
}
