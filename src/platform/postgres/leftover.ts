import { execFile } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PATIENCE = 30_000;

/**
 * Ends the PostgreSQL that a killed Headsup left running on this cluster, by a fast shutdown, and
 * makes a pid file that was left behind harmless. Only a process that really is a postgres of this
 * very folder is signalled: the number in a stale pid file may belong to anybody by now. The caller
 * holds the data folder's lock.
 */
export async function endLeftover(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const pid = await pidIn(file);
  if (pid === null) return;
  if (await isPostgresOf(pid, cluster)) {
    process.kill(pid, 'SIGINT');
    const rounds = PATIENCE / 50;
    for (let round = 0; round < rounds && (await isPostgresOf(pid, cluster)); round += 1) {
      await sleep(50);
    }
  }
  if (!(await isPostgresOf(pid, cluster))) await disown(file);
}

/** Line 1 of postmaster.pid; null without the file. */
async function pidIn(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
}

/**
 * PostgreSQL does not start while the process of its pid file's first line lives, be it a stranger
 * or a zombie that nobody reaps, unless that is its own parent: so we put ourselves there. The other
 * lines stay, for by them it makes sure that no child of the old server is still at work. (Windows
 * looks for a postgres of that number by itself.)
 */
async function disown(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(file, 'r+').catch(() => null);
  if (handle === null) return;
  try {
    const text = Buffer.from((await handle.readFile('utf8')).replace(/^\d+/, String(process.pid)));
    // Over what is there: a full disk would leave nothing of a file that was cut first.
    await handle.write(text, 0, text.length, 0);
    await handle.truncate(text.length);
  } finally {
    await handle.close();
  }
}

async function isPostgresOf(pid: number, cluster: string): Promise<boolean> {
  return (await commandOf(pid)).includes(`postgres -D ${cluster} -c`);
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return words.replaceAll('\0', ' ');
  }
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({
    stdout: '',
  }));
  return stdout;
}
