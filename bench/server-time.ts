import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** Where proc(5) has a process's parent, and its time in user and system mode: its own, and of ended children. */
const PARENT = 1;
const TIMES = [11, 12, 13, 14];

/**
 * Processor time of a PostgreSQL server, its first process and all children, those that have ended
 * included, in microseconds; null where the system has no /proc.
 */
export async function serverTime(pid: number | null): Promise<number | null> {
  const server = pid === null ? null : await statOf(pid);
  if (!server) return null;
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const stats = await Promise.all(pids.map(statOf));
  const children = stats.filter((stat) => Number(stat?.[PARENT]) === pid);
  const ticks = [server, ...children].flatMap((stat) => TIMES.map((at) => Number(stat?.[at])));
  return ticks.reduce((sum, one) => sum + one, 0) * microsecondsOfTick();
}

/** The words after the name, which stands in brackets and may hold anything. */
async function statOf(pid: number): Promise<string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function microsecondsOfTick(): number {
  return 1_000_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
}
