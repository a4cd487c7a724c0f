import { readEmailAddress } from '../../platform/email-address.ts';
import { readPhoneNumber } from '../../platform/phone-number.ts';
import type { FileRow } from './file-row.ts';
import { isKnownHeader } from './propose-mapping.ts';

/** The names of a table's columns, and whether its first row holds them. */
export type CsvColumns = { columns: string[]; isHeader: boolean };

/**
 * Takes the first row for the header unless there is a number or mailbox in it and no word that we
 * know; columns without a name get one. `told`: the person said which it is.
 */
export function csvColumns(first: FileRow, country: string, told?: boolean): CsvColumns {
  const isHeader = told ?? (first.cells.some(isKnownHeader) || !first.cells.some(isAddress));
  const seen = new Map<string, number>();
  const columns = first.cells.map((cell, i) => {
    const name =
      (isHeader ? cell.replace(/\s+/g, ' ').slice(0, 100).trim() : '') || `Column ${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
  return { columns, isHeader };

  function isAddress(cell: string): boolean {
    return 'address' in readEmailAddress(cell) || 'e164' in readPhoneNumber(cell, country);
  }
}
