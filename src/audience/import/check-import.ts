import type { PoolClient } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Queryable } from '../../platform/database.ts';
import { spoken } from '../../platform/english.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import { type Comparison, comparePeople } from './compare-people.ts';
import { draftRows } from './draft-rows.ts';
import { type ImportOptions, type OpenImport, workAtImport } from './open-import.ts';

const GROUP = sqlFile(import.meta.url, './sql/group-drafts.sql');
const CROWDS = sqlFile(import.meta.url, './sql/refuse-crowds.sql');
const TELL = sqlFile(import.meta.url, './sql/tell-errors.sql');
/** So many steps lead from one row of a person to the first; chains that are longer are cut. */
const LONGEST_CHAIN = 30;
/** Rows of one person: they are held together. */
const LARGEST_GROUP = 1_000;

/**
 * Works out what an import would do, batch by batch: rows become drafts, drafts of the same person find
 * each other, people are compared with the contacts. Each batch is a transaction that also moves the
 * import's place on; after a crash, calling it again goes on with the next. Where somebody else is at it,
 * it leaves it to them.
 */
export async function checkImport(
  database: Database,
  clock: Clock,
  accountId: string,
  id: string,
  options: ImportOptions = {},
): Promise<void> {
  const what = { accountId, id, state: 'checking' } as const;
  await workAtImport(database, what, options, (client, opened) =>
    checkBatch(client, opened, clock.now()),
  );
}

/** One batch of the step that it is at; false when it is ready. */
async function checkBatch(client: PoolClient, opened: OpenImport, now: Date): Promise<boolean> {
  const { accountId, id, step, done } = opened;
  if (step === 'drafting') {
    if (!(await draftRows(client, opened, now))) await beginStep(client, opened, 'grouping');
    return true;
  }
  if (step === 'grouping') {
    await groupDrafts(client, accountId, id);
    await beginStep(client, opened, 'comparing');
    return true;
  }
  const key = { accountId, importId: id, country: opened.country };
  const comparison = await comparePeople(client, key, done, false);
  if (comparison) {
    await tell(client, accountId, id, comparison, now);
    return true;
  }
  await client.query(
    `update contact_import set state = 'ready', done = row_count, changed_at = $3 where account_id = $1 and id = $2`,
    [accountId, id, now],
  );
  return false;
}

/** Adds up what a batch would do, and moves on. */
async function tell(
  client: Queryable,
  accountId: string,
  id: string,
  { last, counts, errors }: Comparison,
  now: Date,
): Promise<void> {
  const { created, updated, unchanged, joined, refused } = counts;
  await client.query(TELL, [accountId, id, JSON.stringify(errors)]);
  await client.query(
    `update contact_import
        set done = $3, created_count = created_count + $4, updated_count = updated_count + $5,
            unchanged_count = unchanged_count + $6, joined_count = joined_count + $7,
            refused_count = refused_count + $8, error_count = error_count + $9, changed_at = $10
      where account_id = $1 and id = $2`,
    [accountId, id, last, created, updated, unchanged, joined, refused, errors.length, now],
  );
}

async function groupDrafts(client: Queryable, accountId: string, id: string): Promise<void> {
  // Of rows that came in just now the statistics know nothing: a loop over all for each of them takes minutes.
  await client.query('set local enable_nestloop = off');
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const { rowCount } = await client.query(GROUP, [accountId, id]);
    if (rowCount === 0) break;
  }
  const { message, said } = spoken({
    text: /*i18n*/ 'More than {most, number} rows before this one are the same person.',
    values: { most: LARGEST_GROUP },
  });
  await client.query(CROWDS, [accountId, id, LARGEST_GROUP, message, JSON.stringify(said)]);
}

async function beginStep(
  client: Queryable,
  { accountId, id }: OpenImport,
  step: OpenImport['step'],
): Promise<void> {
  await client.query(
    'update contact_import set step = $3, done = 0 where account_id = $1 and id = $2',
    [accountId, id, step],
  );
}
