import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../refusal.ts';
import type { PostgresBinaries } from './binaries.ts';
import { letIn, type RunAs } from './run-as.ts';

const run = promisify(execFile);
const MAJOR = '18';
/** How the name of a cluster that is being made goes on. */
const DRAFT = '.new-';
/** The cluster's superuser, and the name of its database. */
export const USER = 'headsup';

/**
 * Makes the cluster unless it is there, with the password that readPassword has left beside it; throws a
 * Refusal where another major version made it.
 */
export async function prepareCluster(
  binaries: PostgresBinaries,
  runAs: RunAs,
  cluster: string,
): Promise<void> {
  await refuseOtherMajor(cluster);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(binaries, runAs, cluster);
}

/** Throws a Refusal where another major version made the cluster; one that is not there is well. */
export async function refuseOtherMajor(cluster: string): Promise<void> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => MAJOR);
  if (version.trim() === MAJOR) return;
  throw new Refusal(
    `${cluster} was made by PostgreSQL ${version.trim()}, and this Headsup brings PostgreSQL ${MAJOR}: run the Headsup that made it, or set HEADSUP_DATA to another folder.`,
  );
}

/**
 * initdb into a folder of its own beside it, moved into place when whole: a kill in between leaves no
 * half cluster, and an initdb that outlived its Headsup does not write into ours.
 */
async function initialise(
  binaries: PostgresBinaries,
  runAs: RunAs,
  cluster: string,
): Promise<void> {
  await removeDrafts(cluster);
  await rm(cluster, { recursive: true, force: true });
  const draft = await mkdtemp(`${cluster}${DRAFT}`);
  const passwordFile = passwordFileOf(dirname(cluster));
  await letIn(runAs, dirname(cluster), [draft, passwordFile]);
  const words = [`--pgdata=${draft}`, `--username=${USER}`, `--pwfile=${passwordFile}`];
  const settings = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums'];
  const [program = binaries.initdb, ...rest] = [...runAs.prefix, binaries.initdb];
  await run(program, [...rest, ...words, ...settings], runAs.options);
  await rename(draft, cluster);
}

async function removeDrafts(cluster: string): Promise<void> {
  const folder = dirname(cluster);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(basename(cluster) + DRAFT)) continue;
    // One that is still being written into comes away at the next time.
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Where readPassword keeps it, and initdb finds it. */
function passwordFileOf(folder: string): string {
  return join(folder, 'postgres.password');
}

/** The superuser's password, made the first time, in a 0600 file of the data folder. */
export async function readPassword(folder: string): Promise<string> {
  const file = passwordFileOf(folder);
  if (!existsSync(file)) {
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return (await readFile(file, 'utf8')).trim();
}
