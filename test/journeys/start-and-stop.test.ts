import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findServer } from '../../src/platform/server-file.ts';
import {
  runHeadsup,
  serveHeadsup,
  startHeadsup,
  temporaryFolder,
} from '../support/headsup-process.ts';
import { postgresOf } from '../support/postgres-of-folder.ts';
import { waitFor } from '../support/wait-for.ts';

const CLINIC = fileURLToPath(new URL('../../examples/clinic.ics', import.meta.url));

test.for(['SIGTERM', 'SIGINT'] as const)(
  '%s stops everything, with exit code 0',
  async (signal) => {
    const folder = await temporaryFolder();
    const server = await serveHeadsup(folder);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect(await postgresOf(join(folder, 'postgres'))).toHaveLength(1);

    server.kill(signal);

    expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
    expect(server.stdout()).toMatch(/Stopped\.\n$/);
    expect(await postgresOf(join(folder, 'postgres'))).toEqual([]);
    await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
    const again = await serveHeadsup(folder, { PORT: new URL(server.url).port });
    expect(again.url).toBe(server.url);
  },
);

test('a signal that comes while it is still starting stops it all the same', async () => {
  const folder = await temporaryFolder();
  const server = startHeadsup(folder, ['serve', '--no-page'], { PORT: '0' });
  await expect
    .poll(() => postgresOf(join(folder, 'postgres')), { timeout: 20_000 })
    .not.toEqual([]);
  server.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(await postgresOf(join(folder, 'postgres'))).toEqual([]);
});

test('npm that is ended takes the server along: its shell passes nothing on', async () => {
  const folder = await temporaryFolder();
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const command = `"${process.execPath}" src/main.ts serve --no-page --with-parent; true`;
  const shell = spawn('sh', ['-c', command], {
    cwd: root,
    env: { PATH: process.env.PATH, HEADSUP_DATA: folder, PORT: '0' },
    stdio: 'ignore',
  });
  await waitFor(
    () => findServer(folder),
    (server) => server !== null,
  );
  shell.kill('SIGTERM');
  await waitFor(
    () => findServer(folder),
    (server) => server === null,
  );
  await waitFor(
    () => postgresOf(join(folder, 'postgres')),
    (pids) => pids.length === 0,
  );
});

test('a command that is broken off stops the server that it had started for itself', async () => {
  const folder = await temporaryFolder();
  const words = ['send', '--calendar', CLINIC, '--from', '2026-11-30', '--to', '2026-12-18'];
  const sending = startHeadsup(folder, [...words, '--sms', 'Hi']);
  await expect
    .poll(() => postgresOf(join(folder, 'postgres')), { timeout: 20_000 })
    .not.toEqual([]);
  sending.kill('SIGINT');
  expect((await sending.ended).code).toBe(130);
  expect(await postgresOf(join(folder, 'postgres'))).toEqual([]);
});

test('an address of IPv6 is served and entered like any other', async () => {
  const folder = await temporaryFolder();
  const server = await serveHeadsup(folder, { HOST: '::1' });
  expect(server.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  const doctor = await runHeadsup(folder, ['doctor'], { HOST: '::1' });
  expect(doctor.stdout).toContain(`✓ Headsup runs at ${server.url}`);
});

test('a second start on the same data folder is refused by one sentence', async () => {
  const folder = await temporaryFolder();
  const server = await serveHeadsup(folder);
  const second = await runHeadsup(folder, ['serve', '--no-page'], { PORT: '0' });
  expect(second).toEqual({
    code: 1,
    stdout: '',
    stderr: `Headsup already runs on ${folder} (process ${server.pid}): use that one, stop it first, or set HEADSUP_DATA to another folder.\n`,
  });
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});

test('a taken port is told, and leaves nothing running', async () => {
  const folder = await temporaryFolder();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  // It listens on a TCP port, so its address is no path.
  const { port } = other.address() as { port: number };
  const refused = await runHeadsup(folder, ['serve', '--no-page'], { PORT: String(port) });
  other.close();
  expect(refused).toEqual({
    code: 1,
    stdout: '',
    stderr: `Port ${port} of 127.0.0.1 is taken by another program: stop that one, or choose another by PORT=8081 npm start.\n`,
  });
  expect(await postgresOf(join(folder, 'postgres'))).toEqual([]);
});

test.for([
  { what: 'blanks and accents', inside: 'my clinic’s data é' },
  {
    what: 'more letters than a socket’s path may have',
    inside: `${'long-'.repeat(20)}/${'er-'.repeat(20)}data`,
  },
])('a data folder whose path has $what', async ({ inside }) => {
  const folder = await temporaryFolder(inside);
  const server = await serveHeadsup(folder);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  server.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
});
