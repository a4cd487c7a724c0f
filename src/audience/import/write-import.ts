import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { asEngineFor, type Database, type Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import { writeContactRows } from '../write-contacts.ts';
import { comparePeople, type RowCounts } from './compare-people.ts';
import type { ImportOptions } from './open-import.ts';

const TELL = sqlFile(import.meta.url, './sql/tell-errors.sql');
const CLOSE = sqlFile(import.meta.url, './sql/close-writing.sql');
/** Any number, the same in every process; it keeps these locks apart from others. */
const CLASS = 7_316_211;

/** Everything is taken back: the import was canceled, or this process is to stop. */
class TurnedBack extends Error {}

/**
 * Writes all people of a committed import in one transaction, which also says that it is written: from
 * outside it is there as a whole or not at all, whatever is killed, and never twice. The contacts are
 * compared anew, as they are now. Imports of an account take turns; where somebody is at this one already,
 * it leaves it to them. A cancellation, and `mayGoOn`, asked between two batches, take everything back.
 */
export async function writeImport(
  database: Database,
  clock: Clock,
  accountId: string,
  id: string,
  { mayGoOn = () => true }: ImportOptions = {},
): Promise<void> {
  try {
    await asEngineFor(database, accountId, async (client) => {
      if (!(await lockImport(client, accountId, id))) return;
      const country = await countryOfWriting(client, accountId, id);
      if (country === null) return;
      const counts = { created: 0, updated: 0, unchanged: 0, joined: 0, refused: 0 };
      const key = { accountId, importId: id, country };
      for (let last = 0; ; ) {
        const done = await writeBatch(client, key, last, counts, clock.now());
        if (done === null) break;
        last = done;
        if (!mayGoOn()) throw new TurnedBack();
        // On another connection, so that it is seen before all is written.
        const { rowCount } = await database.engine.query(
          `update contact_import set done = $3 where account_id = $1 and id = $2 and state = 'writing'`,
          [accountId, id, last],
        );
        if (rowCount === 0) throw new TurnedBack();
      }
      await close(client, key, counts, clock.now());
    });
  } catch (error) {
    if (!(error instanceof TurnedBack)) throw error;
  }
}

/** One process at an import, and one import of an account at a time, until the transaction ends. */
async function lockImport(client: Queryable, accountId: string, id: string): Promise<boolean> {
  const number = (text: string) => createHash('sha256').update(text).digest().readInt32BE();
  const { rows } = await client.query<{ isOurs: boolean }>(
    'select pg_try_advisory_xact_lock($1, $2) as "isOurs"',
    [CLASS, number(id)],
  );
  if (!rows[0]?.isOurs) return false;
  await client.query('select pg_advisory_xact_lock($1, $2)', [CLASS, number(accountId)]);
  return true;
}

/** The account's country where the import is to be written; else null. */
async function countryOfWriting(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<string | null> {
  const { rows } = await client.query<{ country: string }>(
    `select a.country from contact_import i join account a on a.id = i.account_id
      where i.account_id = $1 and i.id = $2 and i.state = 'writing'`,
    [accountId, id],
  );
  const [row] = rows;
  if (!row) return null;
  // What the check found of these rows is found anew.
  await client.query(
    `delete from contact_import_error e using contact_import_draft d
      where e.account_id = $1 and e.import_id = $2
        and d.account_id = $1 and d.import_id = $2 and d.position = e.position`,
    [accountId, id],
  );
  return row.country;
}

/** Writes the next people and adds up what they did; returns the last one's place, null when nobody is left. */
async function writeBatch(
  client: PoolClient,
  key: { accountId: string; importId: string; country: string },
  after: number,
  counts: RowCounts,
  now: Date,
): Promise<number | null> {
  const comparison = await comparePeople(client, key, after, true);
  if (!comparison) return null;
  const { accountId, importId } = key;
  const ids = await writeContactRows(client, accountId, comparison.contacts, now);
  await client.query(
    `insert into contact_import_match (account_id, import_id, position, contact_ids) values ($1, $2, $3, $4)`,
    [accountId, importId, comparison.last, ids],
  );
  await client.query(TELL, [accountId, importId, JSON.stringify(comparison.errors)]);
  for (const [name, count] of Object.entries(comparison.counts)) {
    // Its names are those of the counts.
    counts[name as keyof RowCounts] += count;
  }
  return comparison.last;
}

async function close(
  client: Queryable,
  { accountId, importId }: { accountId: string; importId: string },
  { created, updated, unchanged, joined }: RowCounts,
  now: Date,
): Promise<void> {
  const { rowCount } = await client.query(CLOSE, [
    accountId,
    importId,
    created,
    updated,
    unchanged,
    joined,
    now,
  ]);
  if (rowCount === 0) throw new TurnedBack();
}
