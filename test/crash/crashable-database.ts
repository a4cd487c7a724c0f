import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/postgres/embedded.ts';
import { databaseUrl } from '../support/database-url.ts';

const LEFT_TO_US = { restarts: false } as const;

/** The PostgreSQL that ships, on a folder of its own, with its durability; made to be crashed. */
export class CrashableDatabase {
  readonly #folder: string;
  readonly #link: string;
  #postgres: EmbeddedPostgres;
  /** Where it is, however often it is started. */
  readonly url: string;

  private constructor(folder: string, postgres: EmbeddedPostgres) {
    this.#folder = folder;
    this.#link = linkOf(folder);
    this.#postgres = postgres;
    this.url = databaseUrl({ ...addressOf(postgres), host: this.#link });
  }

  static async start(folder: string): Promise<CrashableDatabase> {
    const postgres = await startEmbeddedPostgres(folder, LEFT_TO_US);
    await pointTo(postgres, linkOf(folder));
    return new CrashableDatabase(folder, postgres);
  }

  /** Ends the server and all its children at once, in whatever they do (SIGKILL). */
  async crash(): Promise<void> {
    const pid = this.#postgres.pid();
    if (pid === null) throw new Error('it was crashed already');
    // It stands still meanwhile, so that it starts no further child.
    process.kill(pid, 'SIGSTOP');
    const children = await childrenOf(pid);
    for (const each of [pid, ...children]) endNow(each);
  }

  /** Starts it again on what the crash left. */
  async restart(): Promise<void> {
    this.#postgres = await startEmbeddedPostgres(this.#folder, LEFT_TO_US);
    await pointTo(this.#postgres, this.#link);
  }

  async stop(): Promise<void> {
    await this.#postgres.stop();
  }
}

function linkOf(folder: string): string {
  return join(folder, 'here');
}

/** Its socket may have another folder after each start; the link to it stays. */
async function pointTo(postgres: EmbeddedPostgres, link: string): Promise<void> {
  await rm(link, { force: true });
  await symlink(addressOf(postgres).host, link);
}

function addressOf({ address }: EmbeddedPostgres) {
  if (!('host' in address)) throw new Error('the embedded server has a socket');
  return address;
}

/** By the parent's number, the second word after the name in brackets (proc_pid_stat(5)). */
async function childrenOf(pid: number): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const parents = await Promise.all(
    pids.map(async (each) => {
      const stat = await readFile(`/proc/${each}/stat`, 'utf8').catch(() => '');
      return { each, parent: Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]) };
    }),
  );
  return parents.filter(({ parent }) => parent === pid).map(({ each }) => each);
}

/** One that has ended by itself meanwhile is as good. */
function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
