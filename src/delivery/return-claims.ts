import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const RETURN = sqlFile(import.meta.url, './sql/return-claims.sql');

/**
 * Gives back all claims, of every account: only for the start of a process that knows to be the only
 * one on its database, as the holder of the embedded one's folder does.
 */
export async function returnAllClaims(client: Queryable): Promise<void> {
  await client.query(RETURN);
}
