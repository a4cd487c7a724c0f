import type { BlobStore } from '../../platform/blob-store.ts';
import { type Database, inTransaction } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';

const FORGET = sqlFile(import.meta.url, './sql/forget-attachments.sql');
const UNUSED = sqlFile(import.meta.url, './sql/unused-blobs.sql');
const DAY = 86_400_000;
/** A draft that nobody has sent for so long loses its files. */
const DRAFT_LIFE = 30 * DAY;
/** An upload takes no longer, so what it is about to use is never taken from under it. */
const UPLOAD_LIFE = DAY;

/**
 * Forgets files that were attached to nothing for a month, and removes bytes that no file has. Of each
 * blob the row goes in the transaction that removes the bytes: should it break off in between, the row
 * is still there, and the next time finds nothing more to remove. Whether there may be more.
 */
export async function cleanBlobs(
  database: Pick<Database, 'engine'>,
  store: BlobStore,
  now: Date,
): Promise<boolean> {
  await database.engine.query(FORGET, [new Date(now.getTime() - DRAFT_LIFE)]);
  return inTransaction(database.engine, async (client) => {
    const { rows } = await client.query<{ accountId: string; hash: string }>(UNUSED, [
      new Date(now.getTime() - UPLOAD_LIFE),
    ]);
    for (const key of rows) await store.remove(key);
    return rows.length > 0;
  });
}
