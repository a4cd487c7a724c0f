import { csvLine } from '../platform/csv-line.ts';
import { asEngineFor, type Database } from '../platform/database.ts';
import { listSuppressions } from './read-suppressions.ts';

const BATCH = 1_000;

/** The columns of the list as a file, which is also how one is read. */
export const SUPPRESSION_COLUMNS = ['channel', 'address', 'reason', 'note', 'since', 'by'] as const;

/**
 * The whole list as CSV in UTF-8 with a byte order mark, newest first, in batches: it takes no more memory
 * for more of them. What is added meanwhile may be missing.
 */
export async function* exportSuppressions(
  database: Database,
  accountId: string,
): AsyncGenerator<string> {
  yield `\ufeff${csvLine(SUPPRESSION_COLUMNS)}`;
  let cursor: string | undefined;
  do {
    const after = cursor;
    const page = await asEngineFor(database, accountId, (client) =>
      listSuppressions(client, accountId, { cursor: after, limit: BATCH }),
    );
    yield page.items
      .map((row) =>
        csvLine([row.channel, row.address, row.reason, row.note, row.recordedAt, row.recordedBy]),
      )
      .join('');
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
