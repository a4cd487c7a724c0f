import { join } from 'node:path';
import type { BlobStore } from '../blob-store.ts';
import { FolderStore } from './folder-store.ts';
import { type S3Place, S3Store } from './s3-store.ts';

/** The store of an installation: its bucket, else a folder among its data. */
export function openBlobStore(dataFolder: string, place: S3Place | null): BlobStore {
  return place ? new S3Store(place) : new FolderStore(join(dataFolder, 'blobs'));
}
