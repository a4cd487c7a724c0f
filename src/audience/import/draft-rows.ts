import type { Queryable } from '../../platform/database.ts';
import { spoken } from '../../platform/english.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import type { ContactDraft } from '../draft-contact.ts';
import type { FileRow } from './file-row.ts';
import type { OpenImport } from './open-import.ts';
import { type RowError, readRow, readTargets } from './read-row.ts';

const DRAFT = sqlFile(import.meta.url, './sql/draft-rows.sql');
const BATCH = 1_000;

/** What is wrong with a row, as contact_import_error has it. */
export type StoredError = Omit<RowError, 'message'> &
  ReturnType<typeof spoken> & { position: number; place: number; line: number };

/** Reads the next rows of an import by its mapping; false when none is left. */
export async function draftRows(
  client: Queryable,
  { accountId, id, done, columns, mapping, country }: OpenImport,
  now: Date,
): Promise<boolean> {
  const { rows } = await client.query<FileRow & { position: number }>(
    `select position, line, cells, coalesce(said, to_json(problem)) as problem from contact_import_row
      where account_id = $1 and import_id = $2 and position > $3 order by position limit $4`,
    [accountId, id, done, BATCH],
  );
  const last = rows.at(-1);
  if (!last) return false;
  const reading = { columns, targets: readTargets(mapping), country };
  const drafts: { position: number; draft: ContactDraft }[] = [];
  const errors: StoredError[] = [];
  for (const row of rows) {
    const read = readRow(row, reading);
    if ('draft' in read) drafts.push({ position: row.position, draft: read.draft });
    else errors.push(...storedErrors(row, read.errors));
  }
  await client.query(DRAFT, [
    accountId,
    id,
    last.position,
    JSON.stringify(drafts),
    JSON.stringify(errors),
    rows.length - drafts.length,
    now,
  ]);
  return rows.length === BATCH;
}

/** At most ten for a row: more say nothing new. */
export function storedErrors(
  { position, line }: { position: number; line: number },
  errors: readonly RowError[],
): StoredError[] {
  return errors.slice(0, 10).map(({ message, ...where }, place) => ({
    position,
    place,
    line,
    ...where,
    ...spoken(message),
  }));
}
