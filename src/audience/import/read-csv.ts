import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { Sentence } from '../../contract/said.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type CsvDelimiter, csvDialect } from './csv-dialect.ts';
import { type FileRow, plainCell } from './file-row.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

const BEGINNING = 16_384;

/**
 * The rows of a CSV file (RFC 4180, and what programs make of it) as they come in, blank ones left out;
 * memory for one piece at a time. Quotation marks in the middle of a cell are taken as they are. Throws
 * a Refusal where the file has no rows to find: a quotation mark that never closes, a row without end.
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  named?: CsvDelimiter,
): AsyncGenerator<FileRow> {
  const pieces = text[Symbol.asyncIterator]();
  let beginning = '';
  let isOver = false;
  while (!isOver && beginning.length < BEGINNING) {
    const { done, value } = await pieces.next();
    isOver = done === true;
    beginning += value ?? '';
  }
  const { delimiter, skip } = csvDialect(beginning, named);
  const firstLine = skip > 0 ? 2 : 1;
  let line = firstLine;
  /** Where the rows begin that are parsed and not yet passed on. */
  const begun: number[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: IMPORT_LIMITS.row,
    // Called while parsing, so that the line is known when something breaks off.
    on_record: (cells: string[]) => {
      const isBlank =
        cells.length <= IMPORT_LIMITS.columns && cells.every((cell) => cell.trim() === '');
      if (!isBlank) begun.push(line);
      line += 1 + cells.reduce((lines, cell) => lines + lineBreaks(cell), 0);
      return isBlank ? null : cells;
    },
  });
  const source = shortLines(chain(beginning.slice(skip), pieces), firstLine);
  const pumped = pipeline(Readable.from(source), parser);
  // What breaks the source breaks the parser, whose reader is told.
  pumped.catch(() => undefined);
  try {
    // It gives what on_record returns.
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield rowOf(cells, begun.shift() ?? line);
    }
  } catch (error) {
    throw error instanceof CsvError ? new Refusal(sentence(error.code, line)) : error;
  } finally {
    parser.destroy();
  }
}

/** Passes text on, and refuses a line without end before anything holds its cells. */
async function* shortLines(text: AsyncIterable<string>, firstLine: number): AsyncGenerator<string> {
  let line = firstLine;
  let length = 0;
  for await (const piece of text) {
    let from = 0;
    for (const { index } of piece.matchAll(/\r\n|\n|\r/g)) {
      length += index - from;
      if (length > IMPORT_LIMITS.row) break;
      from = index;
      length = 0;
      line++;
    }
    length += piece.length - from;
    if (length > IMPORT_LIMITS.row) throw new Refusal(sentence('CSV_MAX_RECORD_SIZE', line));
    yield piece;
  }
}

/** What was looked at, and the rest, which is let go of when nobody reads on. */
async function* chain(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function rowOf(record: readonly string[], line: number): FileRow {
  if (record.length > IMPORT_LIMITS.columns) {
    const problem = {
      text: /*i18n*/ 'The row has {cells} cells; up to {most} columns are taken.',
      values: { cells: record.length, most: IMPORT_LIMITS.columns },
    };
    return { line, cells: record.slice(0, IMPORT_LIMITS.columns).map(plainCell), problem };
  }
  const long = record.findIndex((cell) => cell.length > IMPORT_LIMITS.cell);
  const problem =
    long < 0
      ? null
      : {
          text: /*i18n*/ 'Cell {cell} has {count} characters; up to {most} are taken.',
          values: { cell: long + 1, count: record[long]?.length ?? 0, most: IMPORT_LIMITS.cell },
        };
  const cells = record.map((cell) => plainCell(cell.slice(0, IMPORT_LIMITS.cell)));
  return { line, cells, problem };
}

function lineBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}

function sentence(code: string, line: number): Sentence {
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return {
      text: /*i18n*/ 'A quotation mark in the row that begins in line {line} is never closed: close it, or take it away.',
      values: { line },
    };
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return {
      text: /*i18n*/ 'The row that begins in line {line} is longer than {most} bytes. Is a quotation mark in it never closed, or is this no table?',
      values: { line, most: IMPORT_LIMITS.row },
    };
  }
  return {
    text: /*i18n*/ 'The row that begins in line {line} cannot be read as CSV: look at its quotation marks.',
    values: { line },
  };
}
