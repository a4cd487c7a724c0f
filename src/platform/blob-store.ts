import type { Readable } from 'node:stream';

/** Names bytes by what they are: the SHA-256 of their content, in hex, within an account. */
export type BlobKey = { accountId: string; hash: string };

/** A part of a blob: its first and last byte, counted from 0. */
export type ByteRange = { first: number; last: number };

/**
 * Where the bytes of files lie. A key never stands for other bytes, so nothing is ever overwritten, and
 * one account's bytes are never another's, even where they are the same.
 */
export interface BlobStore {
  /** Keeps the bytes of a file; returns once they survive a crash. Doing it twice is harmless. */
  put(key: BlobKey, file: string): Promise<void>;
  /** The bytes, all of them or a part; null where there are none. */
  read(key: BlobKey, range?: ByteRange): Promise<Readable | null>;
  /** Forgets them; harmless where there are none. */
  remove(key: BlobKey): Promise<void>;
}
