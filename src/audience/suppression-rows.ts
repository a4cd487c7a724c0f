import type { Account } from '../account/account.ts';
import { type Channel, channel } from '../contract/channel.ts';
import type { Sentence } from '../contract/said.ts';
import { type SuppressionReason, suppressionReason } from '../contract/suppression.ts';
import { readEmailAddress } from '../platform/email-address.ts';
import { unguarded } from '../platform/formula-guard.ts';
import { readPhoneNumber } from '../platform/phone-number.ts';

/** Somebody of an uploaded list. */
type ListedRow = {
  channel: Channel;
  address: string;
  reason: SuppressionReason;
  note: string;
};

const LONGEST_NOTE = 500;
const DIVIDERS: readonly string[] = [',', ';', '\t'];

/**
 * Reads the lines of a list of whom not to contact, divided by commas, semicolons or tabs (RFC 4180). The
 * first line may name its columns, as our own list does: `address`, and beside it `channel`, `reason`
 * and `note`; without names the first column is the address. A mailbox without a channel is for email, a
 * number for texts, and without a reason somebody here put it there. `problem` is a sentence.
 */
export function* suppressionRows(
  text: string,
  account: Pick<Account, 'country'>,
): Generator<{ line: number } & (ListedRow | { problem: Sentence })> {
  const rows = csvRows(text.replace(/^\ufeff/, ''));
  let places = new Map([['address', 0]]);
  let isFirst = true;
  for (const row of rows) {
    if ('problem' in row) {
      yield row;
      continue;
    }
    const { line, cells } = row;
    const names = cells.map((cell) => cell.trim().toLowerCase());
    const isHeader = isFirst && names.includes('address');
    isFirst = false;
    if (isHeader) places = new Map(names.map((name, place) => [name, place]));
    else yield { line, ...readRow((name) => plain(cells[places.get(name) ?? -1]), account) };
  }
}

function readRow(
  cell: (name: string) => string,
  account: Pick<Account, 'country'>,
): ListedRow | { problem: Sentence } {
  const written = cell('address');
  const named = channel.safeParse(cell('channel').toLowerCase());
  if (cell('channel') !== '' && !named.success) {
    return {
      problem: {
        text: /*i18n*/ '“{written}” is no channel: write sms, email or voice.',
        values: { written: cell('channel').slice(0, 40) },
      },
    };
  }
  const reason = suppressionReason.safeParse(cell('reason').toLowerCase() || 'manual');
  if (!reason.success) {
    return {
      problem: {
        text: /*i18n*/ '“{written}” is no reason: write one of {reasons}.',
        values: {
          written: cell('reason').slice(0, 40),
          reasons: suppressionReason.options.join(', '),
        },
      },
    };
  }
  const by = named.data ?? (written.includes('@') ? 'email' : 'sms');
  const read =
    by === 'email' ? readEmailAddress(written) : readPhoneNumber(written, account.country);
  if ('problem' in read) return read;
  const address = 'address' in read ? read.address : read.e164;
  return { channel: by, address, reason: reason.data, note: cell('note').slice(0, LONGEST_NOTE) };
}

/** A cell without the apostrophe behind which a formula is set, and without zero bytes. */
function plain(cell = ''): string {
  return unguarded(cell.trim()).replaceAll('\0', '');
}

type CsvRow = { line: number } & ({ cells: string[] } | { problem: Sentence });

/** The rows of a text in CSV with the lines they begin in, blank ones left out. */
function* csvRows(text: string): Generator<CsvRow> {
  let line = 1;
  let begun = line;
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const characters = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at <= characters.length; at += 1) {
    const one = characters[at] ?? (isQuoted ? '' : '\n');
    if (isQuoted) {
      const isDoubled = one === '"' && characters[at + 1] === '"';
      if (one === '"' && !isDoubled) isQuoted = false;
      else cell += one;
      if (isDoubled) at += 1;
      if (one === '\n') line += 1;
    } else if (one === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (one === '\n') {
      cells.push(cell);
      if (cells.some((given) => given.trim() !== '')) yield { line: begun, cells };
      cells = [];
      cell = '';
      line += 1;
      begun = line;
    } else if (DIVIDERS.includes(one)) {
      cells.push(cell);
      cell = '';
    } else cell += one;
  }
  if (isQuoted)
    yield { line: begun, problem: /*i18n*/ 'A quotation mark that opens here never closes.' };
}
