import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process that cannot be mistaken for a later one with the same number: `started` tells them apart. */
export type ProcessMark = { pid: number; started: string };

export async function thisProcess(): Promise<ProcessMark> {
  return { pid: process.pid, started: await startOf(process.pid) };
}

/** Whether exactly that process still runs. */
export async function isRunning(mark: ProcessMark): Promise<boolean> {
  if (!Number.isSafeInteger(mark.pid) || mark.pid < 1) return false;
  const started = await startOf(mark.pid);
  return started !== '' && started === mark.started;
}

/** When a process began, in the system's own words; empty where there is no such process. */
async function startOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    // proc(5): field 3 of stat is the state, field 22 the start in clock ticks since boot; field 2
    // may hold blanks and brackets. A zombie has ended, though nobody has asked for its exit code.
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields[0] === 'Z' ? undefined : fields[19];
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return ticks ? `${boot.trim()}:${ticks}` : '';
  }
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : '';
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'lstart=']).catch(() => ({
    stdout: '',
  }));
  return stdout.trim();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
