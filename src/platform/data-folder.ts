import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, constants, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasCode } from './error-code.ts';
import { isRunning, type ProcessMark, thisProcess } from './process-mark.ts';
import { Refusal } from './refusal.ts';
import { readSecretKey } from './secret-key.ts';

/** A data folder that this process uses: alone, or beside others. */
export type DataFolder = {
  path: string;
  /** 32 bytes that encrypt the secrets at rest. */
  secretKey: Buffer;
  /** Gives the folder back. */
  release(): Promise<void>;
};

/**
 * Makes the folder (mode 0700) and takes its lock. The lock of a process that is gone, killed or
 * rebooted away, is taken over. Throws a Refusal where the folder cannot be written or another
 * Headsup runs on it.
 */
export async function holdDataFolder(path: string): Promise<DataFolder> {
  await makeWritable(path);
  const lock = join(path, 'lock');
  await takeLock(lock, path);
  return {
    path,
    secretKey: await readSecretKey(path),
    release: () => rm(lock, { force: true }),
  };
}

/**
 * Makes the folder (mode 0700) and uses it beside any number of others: for processes whose database is
 * elsewhere. Throws a Refusal where the folder cannot be written, or where a Headsup that holds it alone,
 * with a database of its own in it, runs there.
 */
export async function shareDataFolder(path: string): Promise<DataFolder> {
  await makeWritable(path);
  const holder = await readLock(join(path, 'lock'));
  if (holder && (await isRunning(holder))) throw alreadyRuns(path, holder);
  return { path, secretKey: await readSecretKey(path), release: async () => undefined };
}

async function makeWritable(path: string): Promise<void> {
  try {
    await makeFolder(path);
    await access(path, constants.W_OK | constants.X_OK);
    const probe = join(path, `.writable.${randomUUID()}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Refusal(
      `The data folder ${path} cannot be written (${why}): give this user the right to write there, or set HEADSUP_DATA to another folder.`,
    );
  }
}

/** Step by step: Node's own `recursive` never returns where a folder exists and yet nothing can be made in it, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  if (!existsSync(dirname(path))) await makeFolder(dirname(path));
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
}

/** The lock appears whole, by a hard link to a finished file, and so does its removal, by a rename. */
async function takeLock(lock: string, path: string): Promise<void> {
  const mine = `${lock}.${randomUUID()}`;
  await writeFile(mine, JSON.stringify(await thisProcess()), { mode: 0o600 });
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      if (await linked(mine, lock)) return;
      const holder = await readLock(lock);
      if (holder && (await isRunning(holder))) throw alreadyRuns(path, holder);
      await rename(lock, `${mine}.old`).catch(ignoreAbsent);
      await rm(`${mine}.old`, { force: true });
    }
    throw new Refusal(`The lock of ${path} could not be taken: try again in a moment.`);
  } finally {
    await rm(mine, { force: true });
  }
}

function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    },
  );
}

async function readLock(lock: string): Promise<ProcessMark | null> {
  const text = await readFile(lock, 'utf8').catch(() => '');
  try {
    // Written by takeLock only; a torn or foreign file counts as nobody's.
    return JSON.parse(text) as ProcessMark;
  } catch {
    return null;
  }
}

function alreadyRuns(path: string, { pid }: ProcessMark): Refusal {
  return new Refusal(
    `Headsup already runs on ${path} (process ${pid}): use that one, stop it first, or set HEADSUP_DATA to another folder.`,
  );
}

function ignoreAbsent(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}
