import type { Clock } from '../../platform/clock.ts';
import { type Database, inTransaction, type Queryable } from '../../platform/database.ts';

/** Rows that one statement of tidying up takes away. */
const BATCH = 10_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long after the last sign of life a file that never came in whole is kept. */
const BROKEN_OFF = HOUR;
/** How long an import waits for somebody to commit it. */
const UNDECIDED = 7 * DAY;
/** How long what was refused can be looked at. */
const OVER = 30 * DAY;

/**
 * Says anew what the columns are, and has all rows checked again. `late`: it was committed or is over.
 * Sets the state under the lock of the row, as every batch of a check does.
 */
export async function setMapping(
  database: Pick<Database, 'engine'>,
  clock: Clock,
  accountId: string,
  id: string,
  mapping: readonly string[],
): Promise<'changed' | 'late' | 'missing' | { columns: number }> {
  return inTransaction(database.engine, async (client) => {
    const { rows } = await client.query<{ state: string; columns: number }>(
      `select state, cardinality(columns) as columns from contact_import
        where account_id = $1 and id = $2 for no key update`,
      [accountId, id],
    );
    const [row] = rows;
    if (!row) return 'missing';
    if (row.state !== 'checking' && row.state !== 'ready') return 'late';
    if (row.columns !== mapping.length) return { columns: row.columns };
    const key = [accountId, id];
    await client.query(
      'delete from contact_import_draft where account_id = $1 and import_id = $2',
      key,
    );
    await client.query(
      'delete from contact_import_error where account_id = $1 and import_id = $2',
      key,
    );
    await client.query(
      `update contact_import
          set mapping = $3, state = 'checking', step = 'drafting', done = 0, created_count = 0, updated_count = 0,
              unchanged_count = 0, joined_count = 0, refused_count = 0, error_count = 0, changed_at = $4
        where account_id = $1 and id = $2`,
      [...key, mapping, clock.now()],
    );
    return 'changed';
  });
}

/** Has what was checked written; again, it changes nothing. False where it is not ready, or was canceled. */
export async function commitImport(
  engine: Queryable,
  clock: Clock,
  accountId: string,
  id: string,
): Promise<boolean> {
  await engine.query(
    `update contact_import set state = 'writing', done = 0, changed_at = $3
      where account_id = $1 and id = $2 and state = 'ready'`,
    [accountId, id, clock.now()],
  );
  const { rowCount } = await engine.query(
    `select from contact_import
      where account_id = $1 and id = $2 and state in ('writing', 'matching', 'done')`,
    [accountId, id],
  );
  return rowCount === 1;
}

/**
 * Takes an import back, also while it is being written; false once it is written, or where it still comes in. Nothing
 * else is done under its lock, which whoever writes it waits for; its rows go later (forgetImports).
 */
export async function cancelImport(
  engine: Queryable,
  clock: Clock,
  accountId: string,
  id: string,
): Promise<boolean> {
  const { rowCount } = await engine.query(
    `update contact_import set state = 'canceled', changed_at = $3
      where account_id = $1 and id = $2 and state in ('checking', 'ready', 'writing', 'canceled')`,
    [accountId, id, clock.now()],
  );
  return rowCount === 1;
}

/** Imports that something is to be done for. Served by contact_import_unfinished. */
export async function unfinishedImports(
  engine: Queryable,
): Promise<{ accountId: string; id: string }[]> {
  const { rows } = await engine.query<{ accountId: string; id: string }>(
    `select account_id as "accountId", id from contact_import
      where state in ('checking', 'writing', 'matching') order by changed_at`,
  );
  return rows;
}

/**
 * Takes away what nobody needs any more: files that never came in whole, imports that nobody committed for a
 * week, those that have been over for thirty days, and the rows of canceled ones. A bounded part at a time;
 * false when nothing is left. Served by contact_import_unfinished and contact_import_old.
 */
export async function forgetImports(engine: Queryable, now: Date): Promise<boolean> {
  const before = (time: number) => new Date(now.getTime() - time);
  const { rowCount } = await engine.query(
    `with old as (
       select account_id, id from contact_import
        where (state = 'reading' and changed_at < $1) or (state = 'ready' and changed_at < $2)
       union all
       select account_id, id from contact_import where state in ('done', 'canceled') and changed_at < $3
       limit 1)
     delete from contact_import i using old where i.account_id = old.account_id and i.id = old.id`,
    [before(BROKEN_OFF), before(UNDECIDED), before(OVER)],
  );
  if (rowCount === 1) return true;
  for (const table of ['row', 'draft', 'error'] as const) {
    const gone = await engine.query(
      `delete from contact_import_${table} r
        where (r.account_id, r.import_id, r.position) in (
          select o.account_id, o.import_id, o.position
            from contact_import i
            join contact_import_${table} o on o.account_id = i.account_id and o.import_id = i.id
           where i.state = 'canceled' limit $1)`,
      [BATCH],
    );
    if ((gone.rowCount ?? 0) > 0) return true;
  }
  return false;
}
