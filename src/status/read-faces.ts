import { FACES, type Faces } from '../contract/faces.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const FIRST = sqlFile(import.meta.url, './sql/faces.sql');

/** The first messages of a broadcast with whom each is for and what became of it; the same ones each time. */
export async function readFaces(
  client: Queryable,
  accountId: string,
  broadcastId: string,
): Promise<Faces> {
  const { rows } = await client.query<Faces['items'][number]>(FIRST, [
    accountId,
    broadcastId,
    FACES,
  ]);
  return { items: rows };
}
