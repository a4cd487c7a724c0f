import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PATIENCE = 30_000;

/**
 * Ends the PostgreSQL that a killed Headsup left running on this cluster, by a fast shutdown.
 * Only a process that really is a postgres of this very folder is signalled: the number in a stale
 * pid file may belong to anybody by now. The caller holds the data folder's lock.
 */
export async function endLeftover(cluster: string): Promise<void> {
  const pid = await pidOfCluster(cluster);
  if (pid === null || !(await isPostgresOf(pid, cluster))) return;
  process.kill(pid, 'SIGINT');
  const rounds = PATIENCE / 50;
  for (let round = 0; round < rounds && (await isPostgresOf(pid, cluster)); round += 1) {
    await sleep(50);
  }
}

/** Line 1 of postmaster.pid; null without the file. */
async function pidOfCluster(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
}

async function isPostgresOf(pid: number, cluster: string): Promise<boolean> {
  const command = await commandOf(pid);
  return command.includes('postgres') && command.includes(cluster);
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
