import { matchContacts, touchedBy } from '../../calendars/match-contacts.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import { type ImportOptions, workAtImport } from './open-import.ts';

const FORGET = sqlFile(import.meta.url, './sql/forget-taken.sql');
/** Rows a transaction. */
const FORGOTTEN = 10_000;

/**
 * Matches the people of the calendars with the contacts that an import has written, batch by batch, so that
 * nobody who edits a contact waits for all of it, and forgets its rows but for those that were refused.
 * After a crash, calling it again goes on.
 */
export async function matchImport(
  database: Database,
  clock: Clock,
  accountId: string,
  id: string,
  options: ImportOptions = {},
): Promise<void> {
  const what = { accountId, id, state: 'matching' } as const;
  await workAtImport(database, what, options, async (client) => {
    if (await matchBatch(client, accountId, id)) return true;
    if (await forgetBatch(client, accountId, id)) return true;
    await client.query(
      `update contact_import set state = 'done', done = row_count, changed_at = $3 where account_id = $1 and id = $2`,
      [accountId, id, clock.now()],
    );
    return false;
  });
}

/** Served by the primary key. */
async function matchBatch(client: Queryable, accountId: string, id: string): Promise<boolean> {
  const { rows } = await client.query<{ position: number; ids: string[] }>(
    `delete from contact_import_match
      where account_id = $1 and import_id = $2
        and position = (select min(position) from contact_import_match where account_id = $1 and import_id = $2)
     returning position, contact_ids as ids`,
    [accountId, id],
  );
  const [batch] = rows;
  if (!batch) return false;
  await client.query('update contact_import set done = $3 where account_id = $1 and id = $2', [
    accountId,
    id,
    batch.position,
  ]);
  await matchContacts(client, accountId, await touchedBy(client, accountId, batch.ids));
  return true;
}

/** Rows that were taken are in the contacts now, and nowhere else. */
async function forgetBatch(client: Queryable, accountId: string, id: string): Promise<boolean> {
  const { rowCount } = await client.query(FORGET, [accountId, id, FORGOTTEN]);
  return (rowCount ?? 0) > 0;
}
