import { readdir, readFile } from 'node:fs/promises';
import { waitFor } from './wait-for.ts';

/** The processes whose command line names the cluster: its first one, and none of another folder's. */
export async function postgresOf(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const commands = await Promise.all(
    pids.map(async (pid) => {
      const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return { pid, words: words.split('\0') };
    }),
  );
  return commands
    .filter(({ words }) => words[0]?.endsWith('postgres') && words.includes(cluster))
    .map(({ pid }) => pid);
}

/** Ends them, if there are any, by an immediate shutdown. */
export async function endPostgres(cluster: string): Promise<void> {
  for (const pid of await postgresOf(cluster)) process.kill(pid, 'SIGQUIT');
  await waitFor(
    () => postgresOf(cluster),
    (pids) => pids.length === 0,
  );
}
