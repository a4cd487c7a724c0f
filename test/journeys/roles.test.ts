import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findServer } from '../../src/platform/server-file.ts';
import {
  runHeadsup,
  serveHeadsup,
  startHeadsup,
  temporaryFolder,
} from '../support/headsup-process.ts';
import { ownDatabaseUrl } from '../support/own-database-url.ts';
import { waitFor } from '../support/wait-for.ts';

const DATABASE_URL = await ownDatabaseUrl('empty');

test.for([['worker'], ['serve', '--no-page', '--roles', 'api,scheduler']])(
  'without DATABASE_URL one process does everything: headsup %o is refused',
  async (words) => {
    const refused = await runHeadsup(await temporaryFolder(), words);
    expect(refused).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Without DATABASE_URL [^\n]*leave out --roles[^\n]*\.\n$/),
    });
  },
);

test('a role that does not exist is used wrongly', async () => {
  const wrong = await runHeadsup(await temporaryFolder(), ['serve', '--roles', 'api,clerk']);
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/api, worker, scheduler/) });
});

test('processes that share an empty database and one folder all come up together', async () => {
  const folder = await temporaryFolder();
  const roles = (list: string) => ['serve', '--no-page', '--roles', list];
  const worker = startHeadsup(folder, ['worker'], { DATABASE_URL });
  const scheduler = startHeadsup(folder, roles('scheduler'), { DATABASE_URL });
  const api = await serveHeadsup(folder, { DATABASE_URL }, ['--roles', 'api']);
  for (const { stdout } of [worker, scheduler]) {
    await waitFor(
      async () => stdout(),
      (said) => said === 'Headsup is at work beside others; it serves no page here.\n',
    );
  }
  expect(api.setupToken).not.toBeNull();
  expect(await findServer(folder)).toMatchObject({ url: api.url });

  const other = await serveHeadsup(folder, { DATABASE_URL });
  expect(await findServer(folder)).toMatchObject({ url: other.url });
  for (const one of [worker, scheduler, api]) {
    one.kill('SIGTERM');
    expect(await one.ended).toMatchObject({ code: 0, stderr: '' });
  }
  expect(await findServer(folder)).toMatchObject({ url: other.url });
  other.kill('SIGTERM');
  await other.ended;
  expect(await findServer(folder)).toBeNull();
});

test('a folder with another key is refused, and let in only on request', async () => {
  const folder = await temporaryFolder();
  const words = ['serve', '--no-page'];
  const environment = { DATABASE_URL, PORT: '0' };
  const refused = await runHeadsup(folder, words, environment);
  expect(refused).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^The key in [^\n]*copy secret\.key[^\n]*--new-key[^\n]*\.\n$/),
  });
  const doctor = await runHeadsup(folder, ['doctor'], environment);
  expect(doctor.stdout).toMatch(/✗ Key .*copy secret\.key/);

  const renewed = await serveHeadsup(folder, environment, ['--new-key']);
  renewed.kill('SIGTERM');
  await renewed.ended;
  await rm(join(folder, 'secret.key'));
  expect((await runHeadsup(folder, words, environment)).code).toBe(1);
});
