import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, onTestFinished, test } from 'vitest';
import { smtpSettings } from '../../contract/provider.ts';
import { systemClock } from '../../platform/clock.ts';
import { SmtpProvider } from './smtp-provider.ts';

const isThere = spawnSync('smtp-sink', [], { stdio: 'ignore' }).error === undefined;
const name = isThere
  ? 'Postfix’s smtp-sink'
  : 'Postfix’s smtp-sink (skipped: it is not installed; Debian has it in the package postfix)';

/** Starts smtp-sink with options, and a provider that hands over to it. */
async function openSink(...options: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'headsup-sink-'));
  await chmod(folder, 0o777);
  const port = await freePort();
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody', '-R', folder] : ['-R', folder];
  const sink = spawn(
    'smtp-sink',
    [...asNobody, '-d', 'mail.', ...options, `127.0.0.1:${port}`, '100'],
    {
      stdio: 'ignore',
      cwd: folder,
    },
  );
  const settings = smtpSettings.parse({
    host: '127.0.0.1',
    port,
    security: 'none',
    fromAddress: 'desk@example.com',
  });
  const provider = new SmtpProvider({ settings, clock: systemClock });
  onTestFinished(async () => {
    await provider.close();
    await stop(sink);
    await rm(folder, { recursive: true });
  });
  await expect.poll(() => answers(port), { timeout: 5_000 }).toBe(true);
  const send = (reference: string = randomUUID()) =>
    provider.send(
      {
        reference,
        accountId: 'an account',
        channel: 'email',
        address: `${reference}@example.com`,
        name: 'Ana Ruiz',
        subject: 'José, your appointment moved',
        text: '.We moved it.\n\nJosé',
      },
      AbortSignal.timeout(10_000),
    );
  const mails = async () => {
    const files = (await readdir(folder)).filter((file) => file.startsWith('mail.'));
    return Promise.all(files.map((file) => readFile(join(folder, file))));
  };
  return { send, mails };
}

describe.skipIf(!isThere)(name, () => {
  test('takes 500 mails, each once and whole', async () => {
    const { send, mails } = await openSink();
    const references = Array.from({ length: 500 }, () => randomUUID());
    const outcomes = await Promise.all(references.map((reference) => send(reference)));
    expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    const parsed = await Promise.all((await mails()).map((octets) => simpleParser(octets)));
    const ids = parsed.map(({ messageId }) => messageId).sort();
    expect(ids).toEqual(references.map((reference) => `<${reference}@example.com>`).sort());
    for (const mail of parsed) {
      expect(mail.subject).toBe('José, your appointment moved');
      expect(mail.text?.trim()).toBe('.We moved it.\n\nJosé');
    }
  });

  test.each([
    ['refuses RCPT for good', ['-f', 'rcpt'], 'rejected'],
    ['refuses RCPT for now', ['-r', 'rcpt'], 'retryable'],
    ['refuses the message for good', ['-f', '.'], 'rejected'],
    ['breaks off at RCPT', ['-q', 'rcpt'], 'retryable'],
    ['breaks off at DATA', ['-q', 'data'], 'retryable'],
    ['breaks off after the message', ['-q', '.'], 'uncertain'],
  ])('%s', async (_what, options, outcome) => {
    const { send } = await openSink(...options);
    expect(await send()).toMatchObject({ outcome });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP port was asked for');
  return address.port;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
