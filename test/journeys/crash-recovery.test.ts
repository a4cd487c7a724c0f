import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
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

test('when PostgreSQL alone is killed, the server says so and ends with exit code 1', async () => {
  const folder = await temporaryFolder();
  const server = await serveHeadsup(folder);
  const [postgres = 0] = await postgresOf(join(folder, 'postgres'));
  process.kill(postgres, 'SIGKILL');
  const { code, stdout, stderr } = await server.ended;
  expect(stdout).toMatch(/PostgreSQL ended/);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
  const again = await serveHeadsup(folder);
  expect((await fetch(`${again.url}/api/health`)).status).toBe(200);
});

test('marks of processes that are gone, whose numbers belong to others by now, are passed over', async () => {
  const folder = await temporaryFolder();
  const killed = await serveHeadsup(folder);
  const [postgres = 0] = await postgresOf(join(folder, 'postgres'));
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
