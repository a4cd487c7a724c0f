import type { Account } from '../../account/account.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/database.ts';
import { english } from '../../platform/english.ts';
import { Refusal } from '../../platform/refusal.ts';
import { ColumnSamples } from './column-samples.ts';
import type { FileRow } from './file-row.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import { type FileOptions, openContactFile, plainFileName } from './open-file.ts';
import { proposeMapping } from './propose-mapping.ts';

const BATCH = 1_000;

/** A file on its way in, and who sends it. */
export type ReceivedFile = FileOptions & {
  bytes: AsyncIterable<Uint8Array>;
  fileName: string;
  keepRest: boolean;
  createdBy: string;
};

/**
 * Puts the rows of a file into the database as they come in, each thousand by itself, and proposes what
 * its columns are; the import is then to be checked. Returns its id. Throws a Refusal where the file
 * cannot be read; then, and when the connection breaks off, nothing of it is left. What a crash leaves
 * behind is forgotten an hour later (forgetImports).
 */
export async function receiveFile(
  engine: Queryable,
  clock: Clock,
  account: Account,
  file: ReceivedFile,
): Promise<string> {
  const { format, columns, rows } = await openContactFile(file.bytes, file, account.country);
  const { rows: made } = await engine.query<{ id: string }>(
    `insert into contact_import (account_id, file_name, format, created_by, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $5) returning id`,
    [account.id, plainFileName(file.fileName), format, file.createdBy, clock.now()],
  );
  const id = made[0]?.id;
  if (!id) throw new Error('insert returns the import');
  try {
    const samples = new ColumnSamples();
    const count = await storeRows(engine, clock, [account.id, id], watched(rows, samples));
    if (count === 0) throw new Refusal(/*i18n*/ 'The file has no rows besides its header.');
    const shown = columns.map((header, at) => ({ header, samples: samples.of(at) }));
    const { country } = account;
    const mapping = proposeMapping(shown, { country, keepRest: file.keepRest });
    await engine.query(
      `update contact_import set columns = $3, samples = $4, mapping = $5, state = 'checking', done = 0, changed_at = $6
        where account_id = $1 and id = $2`,
      [account.id, id, columns, JSON.stringify(shown.map((c) => c.samples)), mapping, clock.now()],
    );
    return id;
  } catch (error) {
    await engine.query('delete from contact_import where account_id = $1 and id = $2', [
      account.id,
      id,
    ]);
    throw error;
  }
}

async function* watched(
  rows: AsyncIterable<FileRow>,
  samples: ColumnSamples,
): AsyncGenerator<FileRow> {
  for await (const row of rows) {
    samples.see(row.cells);
    yield row;
  }
}

/** Returns how many rows there are. */
async function storeRows(
  engine: Queryable,
  clock: Clock,
  key: readonly string[],
  rows: AsyncIterable<FileRow>,
): Promise<number> {
  let count = 0;
  let batch: FileRow[] = [];
  const store = async () => {
    await engine.query(
      `with stored as (
         insert into contact_import_row (account_id, import_id, position, line, cells, problem, said)
         select $1, $2, $3 + r.nth, r.line, r.cells, r.problem, r.said
           from unnest($4::int[], $5::json[], $6::text[], $9::json[])
                with ordinality as r (line, cells, problem, said, nth))
       update contact_import set row_count = $3 + $7, done = $3 + $7, changed_at = $8
        where account_id = $1 and id = $2`,
      [
        ...key,
        count,
        batch.map(({ line }) => line),
        batch.map(({ cells }) => JSON.stringify(cells)),
        batch.map(({ problem }) => problem && english(problem)),
        batch.length,
        clock.now(),
        batch.map(({ problem }) => (typeof problem === 'object' ? JSON.stringify(problem) : null)),
      ],
    );
    count += batch.length;
    batch = [];
  };
  for await (const row of rows) {
    if (count + batch.length >= IMPORT_LIMITS.rows) {
      throw new Refusal({
        text: /*i18n*/ 'The file has more than {most, number} rows: divide it into several files.',
        values: { most: IMPORT_LIMITS.rows },
      });
    }
    batch.push(row);
    if (batch.length === BATCH) await store();
  }
  if (batch.length > 0) await store();
  return count;
}
