import { execFile, type SpawnOptions } from 'node:child_process';
import { access, chown, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../refusal.ts';

const run = promisify(execFile);
/** The user "nobody" of Linux distributions. */
const NOBODY = 65_534;

/** How a PostgreSQL program is started: with which words before its own, and as whom. */
export type RunAs = { prefix: readonly string[]; options: Pick<SpawnOptions, 'uid' | 'gid'> };

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it directly. For root it runs inside a
 * user namespace in which root's id shows as "nobody": files stay root's, and a home of mode 0700
 * stays enterable. Where namespaces are forbidden it runs as the real "nobody", which needs a folder
 * that everybody can enter; otherwise throws a Refusal.
 */
export async function chooseRunAs(folder: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { prefix: [], options: {} };
  const unshare = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  if (await works([...unshare, 'true'])) return { prefix: unshare, options: {} };
  if (await enterableByAll(folder)) {
    await chown(folder, NOBODY, NOBODY);
    return { prefix: [], options: { uid: NOBODY, gid: NOBODY } };
  }
  throw new Refusal(
    `PostgreSQL does not run as root, this machine forbids user namespaces, and ${folder} lies in a folder that other users cannot enter: start Headsup as an ordinary user, or set HEADSUP_DATA to a folder such as /var/lib/headsup.`,
  );
}

async function works(command: readonly string[]): Promise<boolean> {
  const [program = '', ...words] = command;
  return run(program, words).then(
    () => true,
    () => false,
  );
}

async function enterableByAll(folder: string): Promise<boolean> {
  for (let path = dirname(folder); ; path = dirname(path)) {
    const { mode } = await stat(path);
    if ((mode & constants.S_IXOTH) === 0) return false;
    if (path === dirname(path)) break;
  }
  return access(folder, constants.X_OK).then(
    () => true,
    () => false,
  );
}
