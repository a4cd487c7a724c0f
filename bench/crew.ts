import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RoleName } from '../src/roles/role-name.ts';
import type { BenchmarkSetting } from './setting.ts';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** The data folder that they share, inside a benchmark's. */
export const dataFolderOf = (folder: string) => join(folder, 'workers');

/** Worker processes on the benchmark's database. */
export class Crew {
  readonly #children: readonly ChildProcess[];

  private constructor(children: readonly ChildProcess[]) {
    this.#children = children;
  }

  /** Starts so many, which do their work or also another; they are ready when it returns. */
  static async start(
    { databaseUrl, folder }: BenchmarkSetting,
    size: number,
    roles: readonly RoleName[] = ['worker'],
  ): Promise<Crew> {
    const children = Array.from({ length: size }, () =>
      fork(WORKER, roles, {
        env: {
          PATH: process.env.PATH,
          HEADSUP_DATA: dataFolderOf(folder),
          DATABASE_URL: databaseUrl,
          PORT: '0',
        },
      }),
    );
    await Promise.all(children.map((child) => once(child, 'message')));
    return new Crew(children);
  }

  /** Processor time of all of them since they were started, of user and system, in microseconds. */
  async processorTime(): Promise<number> {
    const used = await Promise.all(this.#children.map(askUsage));
    return used.reduce((sum, one) => sum + one, 0);
  }

  /** Ends them as SIGTERM does: what is on the wire is waited for. */
  async stop(): Promise<void> {
    const ended = Promise.all(this.#children.map((child) => once(child, 'exit')));
    for (const child of this.#children) child.kill('SIGTERM');
    await ended;
  }
}

async function askUsage(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message');
  child.send('usage');
  // The worker answers with what process.cpuUsage() returns.
  const [{ user, system }] = (await answer) as [NodeJS.CpuUsage];
  return user + system;
}
