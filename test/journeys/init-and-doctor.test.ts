import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { callerOf } from '../support/call.ts';
import { runHeadsup, serveHeadsup, temporaryFolder } from '../support/headsup-process.ts';
import { serverOf } from '../support/server-of.ts';

const OWNER = {
  name: 'Sam Keller',
  email: 'sam@example.com',
  account: 'Hill Street Clinic',
  country: 'US',
  'time-zone': 'America/New_York',
};
const initWith = (changes: Partial<typeof OWNER> = {}) => [
  'init',
  ...Object.entries({ ...OWNER, ...changes }).flatMap(([name, value]) => [`--${name}`, value]),
];
const password = { HEADSUP_PASSWORD: 'correct horse battery' };

test('init makes the owner without a browser, once', async () => {
  const folder = await temporaryFolder();
  const made = await runHeadsup(folder, initWith(), password);
  expect(made).toEqual({
    code: 0,
    stdout: 'Hill Street Clinic is ready; sam@example.com is its owner and can sign in.\n',
    stderr: '',
  });
  const server = await serveHeadsup(folder);
  expect(server.setupToken).toBeNull();
  const { token } = await serverOf(folder);
  const signIn = await callerOf(server.url, token)('POST', '/api/session', {
    email: OWNER.email,
    password: password.HEADSUP_PASSWORD,
  });
  expect(signIn).toMatchObject({ status: 201, json: { account: { name: OWNER.account } } });

  const again = await runHeadsup(folder, initWith(), password);
  expect(again).toEqual({
    code: 1,
    stdout: '',
    stderr: 'This installation has its owner already.\n',
  });
});

test('init says what is missing or wrong, by the name of its option', async () => {
  const folder = await temporaryFolder();
  const refused = async (words: string[], environment: Record<string, string> = password) => {
    const { code, stdout, stderr } = await runHeadsup(folder, words, environment);
    expect(stdout).toBe('');
    return { code, stderr };
  };
  expect(await refused(initWith(), {})).toEqual({
    code: 1,
    stderr: 'Set HEADSUP_PASSWORD to the owner’s new password.\n',
  });
  expect(await refused(['init'])).toMatchObject({ code: 2 });
  for (const [changes, says] of [
    [{ country: 'us' }, /^--country: two capital letters/],
    [{ 'time-zone': 'Mars/Base' }, /^--time-zone: a time zone name/],
    [{ email: 'sam' }, /^--email: an email address/],
    [{ account: ' ' }, /^--account: /],
  ] as const) {
    const { code, stderr } = await refused(initWith(changes));
    expect(code).toBe(1);
    expect(stderr).toMatch(says);
  }
  expect((await refused(initWith(), { HEADSUP_PASSWORD: 'short' })).stderr).toMatch(
    /^HEADSUP_PASSWORD: at least 10/,
  );
}, 120_000);

test('doctor: all is well before the first start, and while a server runs', async () => {
  const folder = await temporaryFolder();
  const before = await runHeadsup(folder, ['doctor'], { PORT: '0' });
  expect(before).toMatchObject({ code: 0, stdout: expect.stringMatching(/All is well\.\n$/) });
  const server = await serveHeadsup(folder);
  const running = await runHeadsup(folder, ['doctor'], { PORT: new URL(server.url).port });
  expect(running.code).toBe(0);
  expect(running.stdout).toContain(`✓ Headsup runs at ${server.url}`);
});

test('doctor names each problem and what to do', async () => {
  const folder = await temporaryFolder();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  // It listens on a TCP port, so its address is no path.
  const { port } = other.address() as { port: number };
  await mkdir(join(folder, 'postgres'), { recursive: true });
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '17\n');
  const { code, stdout } = await runHeadsup(folder, ['doctor'], { PORT: String(port) });
  expect(code).toBe(1);
  expect(stdout).toMatch(new RegExp(`✗ Port ${port} of 127.0.0.1: another program has it`));
  expect(stdout).toMatch(/✗ .*PostgreSQL 17.*HEADSUP_DATA/);
  expect(stdout).toMatch(/2 to mend\.\n$/);

  const elsewhere = { PORT: '0', HOST: '192.0.2.1' };
  expect((await runHeadsup(folder, ['doctor'], elsewhere)).stdout).toMatch(
    /✗ Port 0 of 192\.0\.2\.1: cannot be listened on \(EADDRNOTAVAIL\)/,
  );
  const file = await temporaryFolder('file');
  await writeFile(file, '');
  expect((await runHeadsup(file, ['doctor'], { PORT: '0' })).stdout).toMatch(
    /✗ Data folder .*is no folder.*HEADSUP_DATA/,
  );
  const away = { PORT: '0', DATABASE_URL: 'postgres://a:kept-to-itself@127.0.0.1:1/x' };
  const unreached = await runHeadsup(folder, ['doctor'], away);
  expect(unreached.stdout).toMatch(/✗ PostgreSQL of DATABASE_URL: .*127\.0\.0\.1:1/);
  expect(unreached.stdout).not.toContain('kept-to-itself');
});

test.for(['serve', 'send', 'init', 'doctor'])(
  'headsup %s --help explains itself',
  async (command) => {
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await runHeadsup(folder, [command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: headsup ${command}`));
  },
);

test('an unknown command or option is used wrongly: exit code 2', async () => {
  const folder = await temporaryFolder();
  for (const words of [['sned'], ['send', '--calender', 'x.ics'], ['serve', 'now'], []]) {
    const { code, stderr } = await runHeadsup(folder, words);
    expect([words, code]).toEqual([words, 2]);
    expect(stderr).toMatch(/headsup/);
  }
});
