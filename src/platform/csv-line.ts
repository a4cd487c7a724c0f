import { guarded } from './formula-guard.ts';

/**
 * A line of CSV (RFC 4180), each cell in quotation marks. What a spreadsheet would take for a formula is
 * set behind an apostrophe, which our own reading of CSV takes away again.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return `"${guarded(cell).replaceAll('"', '""')}"`;
}
