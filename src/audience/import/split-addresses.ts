const PHONES = /;|\n|:::/;
const MAILBOXES = /;|\n|:::|,/;

/**
 * The numbers or mailboxes of a cell; several are divided by semicolons, lines or Google's `:::`,
 * mailboxes by commas too.
 */
export function splitAddresses(cell: string, kind: 'phone' | 'email'): string[] {
  return cell
    .split(kind === 'phone' ? PHONES : MAILBOXES)
    .map(bare)
    .filter((text) => text !== '');
}

/** Without what mail programs and spreadsheets put around: `Ana <ana@example.com>`, `'+1 212…`. */
function bare(text: string): string {
  const written = text.trim();
  return (/<([^<>]+)>$/.exec(written)?.[1] ?? written).replace(/^(?:'|mailto:|tel:)+/i, '').trim();
}
