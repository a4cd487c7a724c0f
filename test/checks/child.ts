import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestRun } from './check.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const running = new Set<ChildProcess>();

/** Where peers that were fetched for a run have their programs. */
export const peerPrograms = join(root, 'node_modules/.cache/peers/bin');

/**
 * Runs a program of node_modules/.bin, a peer or the system's, in the root of the repository; its
 * output goes to ours. Returns its exit code; 127 where there is no such program.
 */
export async function runChild(
  { folder }: TestRun,
  program: string,
  words: readonly string[],
): Promise<number> {
  const child = spawn(program, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment(), TMPDIR: folder },
  });
  running.add(child);
  try {
    const [code] = await once(child, 'exit');
    return code ?? 1;
  } catch {
    return 127;
  } finally {
    running.delete(child);
  }
}

/** Whether a program can be started; 126 and 127 are a shell's words for one that cannot. */
export function isProgram(program: string): boolean {
  const { error, status } = spawnSync(program, [], { env: environment(), stdio: 'ignore' });
  return error === undefined && status !== 126 && status !== 127;
}

/** Ours, with the tools of this repository found first and peers last. */
function environment(): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH, '/usr/sbin', peerPrograms];
  return { ...process.env, PATH: path.join(delimiter) };
}

/** Asks what is running now to end, as Ctrl-C does. */
export function endAll(): void {
  for (const child of running) child.kill('SIGINT');
}
