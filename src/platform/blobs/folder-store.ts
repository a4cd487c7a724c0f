import { randomUUID } from 'node:crypto';
import { constants, type ReadStream } from 'node:fs';
import { copyFile, type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobKey, BlobStore, ByteRange } from '../blob-store.ts';
import { hasCode } from '../error-code.ts';

/**
 * Keeps blobs in a folder: `account/first two of the hash/hash`. A blob appears whole or not at all, by
 * the rename of a copy that was flushed; the folder's entry is flushed too, before `put` returns.
 */
export class FolderStore implements BlobStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(key: BlobKey, file: string): Promise<void> {
    const target = this.#pathOf(key);
    if (await isThere(target)) return;
    const folder = dirname(target);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = `${target}.${randomUUID()}`;
    try {
      await copyFile(file, draft, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      await flush(draft);
      await rename(draft, target);
    } finally {
      await rm(draft, { force: true });
    }
    for (const one of [folder, dirname(folder), this.#folder]) await flush(one);
  }

  async read(key: BlobKey, range?: ByteRange): Promise<ReadStream | null> {
    let file: FileHandle;
    try {
      file = await open(this.#pathOf(key));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    }
    return file.createReadStream(range ? { start: range.first, end: range.last } : {});
  }

  remove(key: BlobKey): Promise<void> {
    return rm(this.#pathOf(key), { force: true });
  }

  #pathOf({ accountId, hash }: BlobKey): string {
    return join(this.#folder, accountId, hash.slice(0, 2), hash);
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Windows has no way to flush a folder, and its rename is durable without. */
async function flush(path: string): Promise<void> {
  const file = await open(path).catch((error: unknown) => {
    if (process.platform === 'win32') return null;
    throw error;
  });
  await file
    ?.sync()
    .catch((error: unknown) => {
      if (process.platform !== 'win32') throw error;
    })
    .finally(() => file.close());
}
