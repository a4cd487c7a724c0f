import { shutDoor } from '../account/door-lock.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const RELEASE = sqlFile(import.meta.url, './sql/release-changed.sql');

/**
 * Lets what is scheduled about changed appointments tell what holds when it goes out. To be called at the end
 * of the transaction that changed them, so that sending waits only for the commit: nothing is opened after it
 * that did not see what was cancelled or moved.
 */
export async function releaseChanged(
  client: Queryable,
  accountId: string,
  appointmentIds: readonly string[],
): Promise<void> {
  await shutDoor(client, accountId);
  await client.query(RELEASE, [accountId, appointmentIds]);
}
