import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  access,
  chmod,
  constants,
  link,
  mkdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRunning, type ProcessMark, thisProcess } from './process-mark.ts';
import { Refusal } from './refusal.ts';

const KEY_BYTES = 32;

/** A data folder that this process alone holds. */
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

async function makeWritable(path: string): Promise<void> {
  try {
    await makeFolder(path);
    await access(path, constants.W_OK | constants.X_OK);
    await writeFile(join(path, '.writable'), '');
    await rm(join(path, '.writable'));
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
      if (holder && (await isRunning(holder))) {
        throw new Refusal(
          `Headsup already runs on ${path} (process ${holder.pid}): use that one, stop it first, or set HEADSUP_DATA to another folder.`,
        );
      }
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

/**
 * Made the first time, whole or not at all: a key that a crash cut short would leave sessions and
 * secrets without protection.
 */
async function readSecretKey(path: string): Promise<Buffer> {
  const file = join(path, 'secret.key');
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 });
  await linked(draft, file).finally(() => rm(draft, { force: true }));
  await chmod(file, 0o600);
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new Refusal(
    `${file} is damaged, and without it the stored credentials cannot be read: put it back from a backup, or remove it and enter the credentials of your providers again.`,
  );
}

function ignoreAbsent(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
