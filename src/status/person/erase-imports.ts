import type { PoolClient } from 'pg';
import type { Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import { blanker, ERASED } from './blank-text.ts';
import { coarse, mentions } from './mentions.ts';
import type { Traces } from './traces.ts';

const ROWS = sqlFile(import.meta.url, './sql/erase-import-rows.sql');
const PROBLEM = /*i18n*/ 'Whoever this row was about has been erased meanwhile.';
/** Rows that are looked at closely at a time. */
const BATCH = 1_000;

/**
 * Locks the imports that may name somebody and are not being written, before any contact is locked: that is
 * the order in which those who check and match them lock.
 */
export async function lockImports(client: Queryable, accountId: string): Promise<void> {
  await client.query(
    `select from contact_import where account_id = $1 and state <> 'writing' order by id for no key update`,
    [accountId],
  );
}

/**
 * Takes a person out of files of contacts: rows that name them by a number, mailbox or full name that nobody
 * else has, or by a name together with an address that is shared. Such a row is refused from then on; a file
 * that waits for a commit is checked anew. Throws lock_not_available (55P03) where one that names them is
 * being written at this moment.
 */
export async function eraseFromImports(
  client: PoolClient,
  accountId: string,
  { names, ownNames, ownAddresses, sharedAddresses }: Traces,
): Promise<void> {
  const everyName = [...new Set([...ownNames, ...names])];
  const addresses = [...ownAddresses, ...sharedAddresses];
  if (everyName.length + addresses.length === 0) return;
  const alone = blanker(ownNames, ownAddresses);
  const byName = blanker(names, []);
  const byAddress = blanker([], sharedAddresses);
  const isTheirs = (text: string) =>
    alone(text) !== text || (byName(text) !== text && byAddress(text) !== text);
  await eraseFileNames(client, accountId, { ownNames, ownAddresses });
  let place = ['00000000-0000-0000-0000-000000000000', '0'];
  for (;;) {
    const { rows } = await client.query<{
      importId: string;
      position: number;
      cells: string[];
      isWriting: boolean;
    }>(
      `select r.import_id as "importId", r.position, r.cells, i.state = 'writing' as "isWriting"
         from contact_import_row r join contact_import i on i.account_id = $1 and i.id = r.import_id
        where r.account_id = $1 and (r.import_id, r.position) > ($2::uuid, $3::int)
          and ${mentions('r.cells::text', 4)}
        order by r.import_id, r.position limit $6`,
      [accountId, ...place, ...coarse(everyName, addresses), BATCH],
    );
    const theirs = rows.filter(({ cells }) => isTheirs(cells.join(' ')));
    for (const [importId, found] of Map.groupBy(theirs, (row) => row.importId)) {
      if (found.some(({ isWriting }) => isWriting)) {
        throw Object.assign(new Error('the import is being written'), { code: '55P03' });
      }
      await eraseRows(client, accountId, importId, found);
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    place = [last.importId, String(last.position)];
  }
}

/** Whoever saves one person as a file lets it be called after them. */
async function eraseFileNames(
  client: PoolClient,
  accountId: string,
  { ownNames, ownAddresses }: Pick<Traces, 'ownNames' | 'ownAddresses'>,
): Promise<void> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select id, file_name as name from contact_import i
      where i.account_id = $1 and ${mentions('i.file_name', 2)}`,
    [accountId, ...coarse(ownNames, ownAddresses)],
  );
  const blank = blanker(ownNames, ownAddresses);
  for (const { id, name } of rows) {
    await client.query(
      'update contact_import set file_name = $3 where account_id = $1 and id = $2',
      [accountId, id, blank(name)],
    );
  }
}

async function eraseRows(
  client: PoolClient,
  accountId: string,
  importId: string,
  rows: readonly { position: number; cells: string[] }[],
): Promise<void> {
  const cells = [...new Set(rows.flatMap((row) => row.cells))].filter((cell) => cell !== '');
  const positions = rows.map(({ position }) => position);
  await client.query(ROWS, [accountId, importId, positions, PROBLEM]);
  // Samples are beginnings of cells.
  const { rows: found } = await client.query<{ samples: string[][] }>(
    'select samples from contact_import where account_id = $1 and id = $2',
    [accountId, importId],
  );
  const samples = (found[0]?.samples ?? []).map((column) =>
    column.filter((sample) => !cells.some((cell) => cell.startsWith(sample))),
  );
  const { rows: columns } = await client.query<{ header: string }>(
    'select unnest(columns) as header from contact_import where account_id = $1 and id = $2',
    [accountId, importId],
  );
  // Without a header the first row may have been taken for one.
  const headers = columns.map(({ header }) => (cells.includes(header) ? ERASED : header));
  await client.query(
    'update contact_import set samples = $3, columns = $4 where account_id = $1 and id = $2',
    [accountId, importId, JSON.stringify(samples), headers],
  );
}
