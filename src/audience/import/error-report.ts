import { csvLine } from '../../platform/csv-line.ts';
import type { Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';

const REFUSED = sqlFile(import.meta.url, './sql/refused-rows.sql');
const BATCH = 1_000;
/** Its column is left out when the mended file is imported. */
const REASON = 'Headsup: reason';

/**
 * The rows that were refused, as CSV (RFC 4180, in UTF-8 with a byte order mark), with the columns of the
 * file and the reason as the last one, so that one can mend them and import the file. Spreadsheets run no
 * cell of it: what begins like a formula is set behind an apostrophe, which reading takes away. It holds no
 * more than a thousand rows at once.
 */
export async function* errorReport(
  engine: Queryable,
  accountId: string,
  id: string,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield `\ufeff${csvLine([...columns, REASON])}`;
  for (let after = 0, more = true; more; ) {
    const { rows } = await engine.query<{ position: number; cells: string[]; reason: string }>(
      REFUSED,
      [accountId, id, after, BATCH],
    );
    for (const { cells, reason } of rows) {
      const own = columns.map((_, at) => cells[at] ?? '');
      const extra = cells.slice(columns.length);
      if (extra.length > 0) own[own.length - 1] = [own.at(-1), ...extra].join(' | ');
      yield csvLine([...own, reason]);
    }
    after = rows.at(-1)?.position ?? after;
    more = rows.length === BATCH;
  }
}
