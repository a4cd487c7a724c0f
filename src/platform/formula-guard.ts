/**
 * What a spreadsheet takes for the beginning of a formula; East Asian ones also in full width, and some after a
 * line break.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

/** A cell for a file that people open in a spreadsheet: a formula behind an apostrophe, which makes it text. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The same cell as it comes back in a file: without that apostrophe. */
export function unguarded(cell: string): string {
  return cell.replace(GUARDED, '');
}
