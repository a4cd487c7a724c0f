import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../../platform/error-code.ts';

/** A file that was received: where it lies for now, its SHA-256 in hex, and its bytes. */
export type ReceivedFile = { path: string; hash: string; size: number };

/** More bytes are read and dropped, so that a client that is nearly done hears why. */
const GRACE = 4 * 1_048_576;
const DAY = 86_400_000;

/**
 * Writes a file to the folder as it comes, hashing it on the way; null once it has more than `most`
 * bytes, without waiting for an end that may never come. Whoever gets a file removes it.
 */
export async function receiveUpload(
  source: AsyncIterable<Buffer>,
  folder: string,
  most: number,
): Promise<ReceivedFile | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let size = 0;
  let isKept = false;
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > most + GRACE) return null;
      if (size > most) continue;
      hash.update(chunk);
      await file.write(chunk);
    }
    isKept = size <= most;
    return isKept ? { path, hash: hash.digest('hex'), size } : null;
  } finally {
    await file.close();
    if (!isKept) await rm(path, { force: true });
  }
}

/** Hash and size of a file that stands there already; null where there is none. */
export async function hashFile(path: string): Promise<ReceivedFile | null> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk);
      size += chunk.length;
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
  return { path, hash: hash.digest('hex'), size };
}

/** Removes what a crash left in the folder more than a day ago. */
export async function sweepUploads(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const facts = await stat(path).catch(() => null);
    if (facts && now.getTime() - facts.mtimeMs > DAY) await rm(path, { force: true });
  }
}
