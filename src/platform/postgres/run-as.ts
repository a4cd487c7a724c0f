import { execFile, type SpawnOptions } from 'node:child_process';
import { chmod, chown, constants, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../refusal.ts';

const run = promisify(execFile);
/** The user "nobody" of Linux distributions. */
const NOBODY = 65_534;

/** How a PostgreSQL program is started: with which words before its own, and as whom. */
export type RunAs = { prefix: readonly string[]; options: Pick<SpawnOptions, 'uid' | 'gid'> };

/**
 * PostgreSQL refuses to run as root, and as a user without a name, whom containers may have. Any other
 * runs it directly. For these two it runs inside a user namespace in which their id shows as "nobody":
 * files stay theirs, and a home of mode 0700 stays enterable. Where namespaces are forbidden root runs
 * it as the real "nobody" (see letIn), who must be able to come to the data folder and to `program`;
 * otherwise throws a Refusal. Changes nothing.
 */
export async function chooseRunAs(dataFolder: string, program: string): Promise<RunAs> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return { prefix: [], options: {} };
  const unshare = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  if (await works([...unshare, 'true'])) return { prefix: unshare, options: {} };
  if (!isRoot) {
    throw new Refusal(
      `PostgreSQL does not run as a user without a name (${process.getuid?.()}), and this machine forbids user namespaces: give the user a line in /etc/passwd, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
  for (const path of [dataFolder, program]) {
    if (await isEnterable(dirname(path))) continue;
    throw new Refusal(
      `PostgreSQL does not run as root, this machine forbids user namespaces, and ${path} lies in a folder that other users cannot enter: start Headsup as an ordinary user, or put Headsup and HEADSUP_DATA into folders such as /opt/headsup and /var/lib/headsup.`,
    );
  }
  return { prefix: [], options: { uid: NOBODY, gid: NOBODY } };
}

/**
 * Where PostgreSQL runs as the real "nobody": lets it pass through the data folder, whose other files
 * stay 0600, and hands it those of `paths` that are there.
 */
export async function letIn(
  runAs: RunAs,
  dataFolder: string,
  paths: readonly string[],
): Promise<void> {
  if (runAs.options.uid === undefined) return;
  await chmod(dataFolder, (await stat(dataFolder)).mode | constants.S_IXOTH);
  for (const path of paths) await chown(path, NOBODY, NOBODY);
}

/** Whether the system knows a user of our id. */
function hasName(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

async function works(command: readonly string[]): Promise<boolean> {
  const [program = '', ...words] = command;
  return run(program, words).then(
    () => true,
    () => false,
  );
}

/** Whether everybody can enter a folder and all above it. */
async function isEnterable(folder: string): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    const { mode } = await stat(path);
    if ((mode & constants.S_IXOTH) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
