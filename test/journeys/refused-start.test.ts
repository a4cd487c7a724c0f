import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { runHeadsup, temporaryFolder } from '../support/headsup-process.ts';
import { postgresOf } from '../support/postgres-of-folder.ts';

/** One sentence, no stack, nothing on standard output, exit code 1. */
async function refusalOf(folder: string, environment: Record<string, string> = {}) {
  const { code, stdout, stderr } = await runHeadsup(folder, ['serve', '--no-page'], {
    PORT: '0',
    ...environment,
  });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\.\n$/);
  expect(await postgresOf(join(folder, 'postgres'))).toEqual([]);
  return stderr;
}

test('a file where the data folder should be', async () => {
  const folder = await temporaryFolder('data');
  await writeFile(folder, 'a file');
  expect(await refusalOf(folder)).toMatch(/cannot be written.*HEADSUP_DATA/);
  expect(await readFile(folder, 'utf8')).toBe('a file');
});

test('a data folder where nobody may write', async () => {
  expect(await refusalOf('/proc/headsup')).toMatch(/cannot be written.*HEADSUP_DATA/);
});

test('data of another major version of PostgreSQL are left alone', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'postgres'), { recursive: true });
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '17\n');
  expect(await refusalOf(folder)).toMatch(/PostgreSQL 17.*brings PostgreSQL 18.*HEADSUP_DATA/);
  expect(await readFile(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('17\n');
});

test.for([
  { PORT: '70000', says: /^PORT is not right/ },
  { PORT: 'http', says: /^PORT is not right/ },
  { DATABASE_URL: 'mysql://localhost/headsup', says: /^DATABASE_URL is not right.*postgres:\/\// },
  { HEADSUP_URL: 'clinic.example.com', says: /^HEADSUP_URL is not right/ },
  { PORT: '80 80', says: /^PORT is not right/ },
  { HEADSUP_LOG: 'loud', says: /^HEADSUP_LOG is not right/ },
  { HOST: '192.0.2.1', says: /cannot listen on 192\.0\.2\.1/ },
  { HOST: 'no-such-name.invalid', says: /cannot listen on no-such-name\.invalid/ },
  { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/headsup', says: /DATABASE_URL.*127\.0\.0\.1:1/ },
  { DATABASE_URL: 'postgres://a:b@no-such-name.invalid/headsup', says: /DATABASE_URL.*ENOTFOUND/ },
])('settings that cannot be: %o', async ({ says, ...environment }) => {
  const folder = await temporaryFolder();
  const given = Object.entries(environment).filter(([, value]) => value !== undefined);
  expect(await refusalOf(folder, Object.fromEntries(given))).toMatch(says);
});

test('what is set to nothing is not set', () => {
  const config = readConfig({ PORT: '', HOST: '', HEADSUP_DATA: '', DATABASE_URL: '' });
  expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', databaseUrl: null });
});

test('an address that is refused does not show its password', async () => {
  const folder = await temporaryFolder();
  const secret = 'kept-to-itself';
  const said = await refusalOf(folder, {
    DATABASE_URL: `postgres://someone:${secret}@127.0.0.1:1/headsup`,
  });
  expect(said).not.toContain(secret);
});

// An ordinary user needs no namespace. That the real "nobody" serves where everybody can enter was tried
// by hand: a test's folders are closed to others.
test.skipIf(process.getuid?.() !== 0)(
  'root, namespaces forbidden, in a folder that others cannot enter',
  async () => {
    const folder = await temporaryFolder();
    const withoutUnshare = { PATH: '' };
    expect(await refusalOf(folder, withoutUnshare)).toMatch(/does not run as root.*\/var\/lib/);
  },
);
