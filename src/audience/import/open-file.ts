import { basename } from 'node:path';
import type { ImportEncoding } from '../../contract/contact-import.ts';
import { Refusal } from '../../platform/refusal.ts';
import { csvColumns } from './csv-columns.ts';
import type { CsvDelimiter } from './csv-dialect.ts';
import { decodeText } from './decode-text.ts';
import type { FileRow } from './file-row.ts';
import { readCards } from './read-cards.ts';
import { readCsv } from './read-csv.ts';

/** How a file is to be read, where somebody says so; what is left out is found out. */
export type FileOptions = {
  encoding?: ImportEncoding | undefined;
  delimiter?: CsvDelimiter | undefined;
  hasHeader?: boolean | undefined;
};

/** A file as the rows of a table. `columns` is whole once all rows are read. */
export type ContactFile = {
  format: 'csv' | 'vcard';
  columns: readonly string[];
  rows: AsyncIterable<FileRow>;
};

/**
 * Opens a file of contacts: vCards where it begins with one, else CSV. It holds no more of it than the
 * piece at hand. Throws a Refusal for what is neither, here or while the rows are read.
 */
export async function openContactFile(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter, hasHeader }: FileOptions,
  country: string,
): Promise<ContactFile> {
  const pieces = decodeText(bytes, encoding);
  let beginning = '';
  let next = await pieces.next();
  while (!next.done && beginning.trim().length < 20) {
    beginning += next.value;
    next = await pieces.next();
  }
  if (/^\s*BEGIN:VCALENDAR/i.test(beginning)) {
    await pieces.return(undefined);
    throw new Refusal(
      /*i18n*/ 'This is a calendar, not a file of contacts: import it as a calendar.',
    );
  }
  const text = joined(beginning, next, pieces);
  if (/^\s*BEGIN:VCARD/i.test(beginning)) return { format: 'vcard', ...readCards(text) };
  const rows = readCsv(text, delimiter);
  try {
    const first = await rows.next();
    if (first.done) throw new Refusal(/*i18n*/ 'The file has no rows.');
    const { line, problem } = first.value;
    if (problem !== null) {
      throw new Refusal({
        text: /*i18n*/ 'Line {line}: {problem}',
        values: { line, problem: typeof problem === 'string' ? { text: problem } : problem },
      });
    }
    const { columns, isHeader } = csvColumns(first.value, country, hasHeader);
    return { format: 'csv', columns, rows: isHeader ? rows : withFirst(first.value, rows) };
  } catch (error) {
    // Whoever reads rows lets go of the file at their end; nobody will here.
    await rows.return(undefined);
    throw error;
  }
}

/** What a file is called: its name without the folders that a browser may send along. */
export function plainFileName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/')).replace(/\p{C}/gu, ' ').trim().slice(0, 200);
  return plain.toWellFormed() || 'contacts';
}

async function* joined(
  beginning: string,
  next: IteratorResult<string, unknown>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  yield beginning;
  if (next.done) return;
  yield next.value;
  yield* rest;
}

async function* withFirst(first: FileRow, rest: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
  yield first;
  yield* rest;
}
