import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';

/** Whether Postfix's smtp-sink, a mail server that nobody of ours wrote, is on this machine. */
export const isSmtpSinkThere = spawnSync('smtp-sink', [], { stdio: 'ignore' }).error === undefined;

/** How tests that need it are called; where it is missing, with the reason why they are skipped. */
export const smtpSinkName = isSmtpSinkThere
  ? 'Postfix’s smtp-sink'
  : 'Postfix’s smtp-sink (skipped: it is not installed; Debian has it in the package postfix)';

/**
 * Starts it with options on a free port of 127.0.0.1 until the test that calls this has finished;
 * `mails` gives the octets of what it took.
 */
export async function startSmtpSink(
  ...options: string[]
): Promise<{ port: number; mails(): Promise<Buffer[]> }> {
  const folder = await mkdtemp(join(tmpdir(), 'headsup-sink-'));
  await chmod(folder, 0o777);
  const port = await freePort();
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody', '-R', folder] : ['-R', folder];
  const words = [...asNobody, '-d', 'mail.', ...options, `127.0.0.1:${port}`, '100'];
  const sink = spawn('smtp-sink', words, { stdio: 'ignore', cwd: folder });
  onTestFinished(async () => {
    await stop(sink);
    await rm(folder, { recursive: true });
  });
  await expect.poll(() => answers(port), { timeout: 5_000 }).toBe(true);
  const mails = async () => {
    const files = (await readdir(folder)).filter((file) => file.startsWith('mail.'));
    return Promise.all(files.map((file) => readFile(join(folder, file))));
  };
  return { port, mails };
}

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
