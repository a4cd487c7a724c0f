import type { ContactInput } from '../../contract/contact.ts';
import type { Sentence } from '../../contract/said.ts';
import { foldText } from '../../platform/fold-text.ts';
import { unguarded } from '../../platform/formula-guard.ts';
import { type ContactDraft, draftContact } from '../draft-contact.ts';
import type { FileRow } from './file-row.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import { type ImportTarget, readTarget, type TextField, type textFields } from './import-target.ts';
import { readLanguage, readTimeZone } from './read-place.ts';
import { splitAddresses } from './split-addresses.ts';

/** How the rows of a file are read. */
export type RowReading = {
  columns: readonly string[];
  /** What each column becomes, in order. */
  targets: readonly ImportTarget[];
  /** ISO 3166-1 alpha-2; how national numbers are read. */
  country: string;
};

/** What of a row cannot be taken; `column` is empty where it is about the whole row. */
export type RowError = { column: string; value: string; message: Sentence };

/** The targets as they were written; one that is none is left out. */
export function readTargets(mapping: readonly string[]): ImportTarget[] {
  return mapping.map((text) => readTarget(text) ?? { kind: 'ignore' });
}

/**
 * What a row says of a contact, or all that is wrong with it: a row with a number, mailbox, zone or
 * language that cannot be read is refused whole, so that nobody loses one without noticing.
 */
export function readRow(
  { cells, problem }: Pick<FileRow, 'cells' | 'problem'>,
  reading: RowReading,
): { draft: ContactDraft } | { errors: RowError[] } {
  if (problem !== null) return { errors: [whole(problem)] };
  const { targets } = reading;
  const extra = cells.findIndex((cell, at) => at >= targets.length && cell !== '');
  if (extra >= 0) {
    const message = {
      text: /*i18n*/ 'The row has {cells} cells where there are {columns} columns; is a delimiter in a text not in quotation marks?',
      values: { cells: cells.length, columns: targets.length },
    };
    return { errors: [{ ...whole(message), value: short(cells[extra] ?? '') }] };
  }
  const found = gather(cells, reading);
  const errors = [...found.errors];
  const { input } = found;
  if (input.addresses.length > IMPORT_LIMITS.addresses) {
    errors.push(
      whole({
        text: /*i18n*/ 'The row has {count} numbers and mailboxes; a contact may have {most}.',
        values: { count: input.addresses.length, most: IMPORT_LIMITS.addresses },
      }),
    );
  }
  if (input.tags.length > IMPORT_LIMITS.tags) {
    errors.push(
      whole({
        text: /*i18n*/ 'The row has {count} tags; a contact may have {most}.',
        values: { count: input.tags.length, most: IMPORT_LIMITS.tags },
      }),
    );
  }
  const drafted = draftContact(input, reading.country);
  if ('draft' in drafted && errors.length === 0) return drafted;
  for (const { path, message } of 'problems' in drafted ? drafted.problems : []) {
    const [, at] = /^addresses\.(\d+)\./.exec(path) ?? [];
    const column = at === undefined ? '' : (found.columnOfAddress[Number(at)] ?? '');
    const value = at === undefined ? '' : (input.addresses[Number(at)]?.address ?? '');
    errors.push({ column, value: short(value), message });
  }
  return { errors };
}

type Gathered = { input: ContactInput; columnOfAddress: string[]; errors: RowError[] };

/** Puts each cell where its column's target says; the first of two that become the same text counts. */
function gather(cells: readonly string[], { columns, targets }: RowReading): Gathered {
  const texts = new Map<TextField, string>();
  const fields = new Map<string, string>();
  const tags = new Map<string, string>();
  const addresses: ContactInput['addresses'] = [];
  const columnOfAddress: string[] = [];
  const errors: RowError[] = [];
  const add = (at: number, value: string, result: { value: string } | { problem: Sentence }) => {
    if ('value' in result) return result.value;
    errors.push({ column: columns[at] ?? '', value: short(value), message: result.problem });
    return '';
  };
  for (const [at, target] of targets.entries()) {
    const cell = unguarded(cells[at] ?? '');
    if (cell === '') continue;
    if (target.kind === 'text' && !texts.has(target.field)) {
      texts.set(target.field, add(at, cell, READERS[target.field](cell)));
    } else if (target.kind === 'field') {
      fields.set(target.name, add(at, cell, upTo(2_000)(cell)));
    } else if (target.kind === 'tags') {
      for (const tag of tagsOf(cell)) {
        const key = foldText(tag);
        if (!tags.has(key)) tags.set(key, add(at, tag, upTo(100)(tag)));
      }
    } else if (target.kind === 'phone' || target.kind === 'email') {
      const before = targets[at - 1]?.kind === 'label' ? (cells[at - 1] ?? '') : '';
      const label = target.label || googleLabel(before);
      for (const address of splitAddresses(cell, target.kind)) {
        addresses.push({ kind: target.kind, address, label });
        columnOfAddress.push(columns[at] ?? '');
      }
    }
  }
  const text = (field: TextField) => texts.get(field) ?? '';
  const input = {
    name: text('name'),
    // Names in parts that the file gives are not taken apart.
    ...(text('first_name') || text('last_name')
      ? { firstName: text('first_name'), lastName: text('last_name') }
      : {}),
    title: text('title'),
    company: text('company'),
    notes: text('notes'),
    timeZone: text('time_zone') || null,
    language: text('language') || null,
    fields: Object.fromEntries(fields),
    tags: [...tags.values()],
    addresses,
  };
  return { input, columnOfAddress, errors };
}

type Reader = (cell: string) => { value: string } | { problem: Sentence };

/** Text of one line and at most so many characters. */
function upTo(most: number, isLine = true): Reader {
  return (cell) => {
    const value = isLine ? cell.replace(/\s+/gu, ' ').trim() : cell;
    return value.length <= most
      ? { value }
      : {
          problem: {
            text: /*i18n*/ 'This has {count} characters; up to {most} are taken.',
            values: { count: value.length, most },
          },
        };
  };
}

const READERS: Readonly<Record<(typeof textFields)[number], Reader>> = {
  name: upTo(200),
  first_name: upTo(200),
  last_name: upTo(200),
  title: upTo(50),
  company: upTo(200),
  notes: upTo(IMPORT_LIMITS.cell, false),
  time_zone: readTimeZone,
  language: readLanguage,
};

/** Tags are divided by commas, semicolons or lines; Google's own groups begin with a star. */
function tagsOf(cell: string): string[] {
  return cell
    .split(/[,;\n]| ::: /)
    .map((tag) => tag.replace(/\s+/gu, ' ').trim())
    .filter((tag) => !tag.startsWith('* ') && foldText(tag) !== '');
}

/** Google marks the address that is used first by a star before its label. */
function googleLabel(label: string): string {
  return label
    .replace(/^\*\s*/, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .slice(0, 50)
    .trim();
}

function whole(message: Sentence): RowError {
  return { column: '', value: '', message };
}

function short(value: string): string {
  return value.slice(0, 200);
}
