import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Check, one } from './check.ts';

/** Milliseconds that what is just ending may take. */
const PATIENCE = 3_000;

/** Every process that the run started must have ended by itself. Known on Linux only. */
export const leftoversCheck: Check = {
  name: 'nothing left running',
  run: async ({ folder }) => {
    let left = await processesOf(folder);
    for (const end = performance.now() + PATIENCE; left.length > 0 && performance.now() < end; ) {
      await sleep(100);
      left = await processesOf(folder);
    }
    for (const { pid, command } of left) {
      process.stdout.write(`still running: ${pid} ${command}\n`);
    }
    return one(left.length === 0);
  },
};

/** Ends what still runs, so that a failed or interrupted run leaves nothing behind either. */
export async function endProcessesOf(folder: string): Promise<void> {
  for (const { pid } of await processesOf(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in the meantime.
    }
  }
}

type Leftover = { pid: number; command: string };

/** Processes that have the run's folder in their command line or, as TMPDIR, in their environment. */
async function processesOf(folder: string): Promise<Leftover[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid): Promise<Leftover | null> => {
      const [command, environment] = await Promise.all(
        ['cmdline', 'environ'].map((file) =>
          readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => ''),
        ),
      );
      const isOurs = command?.includes(folder) || environment?.includes(`TMPDIR=${folder}\0`);
      return isOurs ? { pid: Number(pid), command: command?.replaceAll('\0', ' ') ?? '' } : null;
    }),
  );
  return found.filter((one) => one !== null);
}
