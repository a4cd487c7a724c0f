import type { CardProperty } from './card-property.ts';

/** Something of a card that is kept: which column it would be, and its value. */
export type CardCell = readonly [target: string, value: string];

/** Kinds of a number or mailbox that say nothing a person would. */
const SILENT = new Set(['voice', 'internet', 'pref', 'x400', 'msg', 'text', 'uri']);
const LABELS = new Map([
  ['cell', 'mobile'],
  ['iphone', 'mobile'],
]);
const TEXTS = new Map([
  ['fn', 'name'],
  ['note', 'notes'],
  ['tz', 'time_zone'],
  ['lang', 'language'],
  ['title', 'field:Job title'],
  ['role', 'field:Role'],
  ['nickname', 'field:Nickname'],
  ['bday', 'field:Birthday'],
  ['url', 'field:Website'],
]);

/**
 * What is kept of a card's properties, as columns of a table: N, FN, ORG, TITLE, NOTE, TZ, LANG,
 * CATEGORIES, ADR, BDAY, URL, each TEL and EMAIL with its kind as label, and X- properties as fields of the
 * account. Faxes are not: nobody reads a text there.
 */
export function cardCells(properties: readonly CardProperty[]): CardCell[] {
  const labels = new Map(
    properties
      .filter(({ name, group }) => name === 'x-ablabel' && group !== '')
      // Apple writes those that it knows as _$!<Mobile>!$_.
      .map(({ group, values }) => [group, (values[0] ?? '').replace(/^_\$!<(.*)>!\$_$/, '$1')]),
  );
  return properties.flatMap((property) => cellsOf(property, labels.get(property.group) ?? ''));
}

function cellsOf({ name, types, values }: CardProperty, given: string): CardCell[] {
  const [first = ''] = values;
  if (name === 'n') {
    const [last = '', before = '', middle = '', prefix = ''] = values;
    return filled([
      ['first_name', [before, middle].filter((part) => part !== '').join(' ')],
      ['last_name', last],
      ['title', prefix],
    ]);
  }
  if (name === 'org') return filled([['company', values.filter((v) => v !== '').join(', ')]]);
  if (name === 'categories') return filled([['tags', values.join(';')]]);
  if (name === 'adr') {
    const lines = values.map((value) => value.trim()).filter((value) => value !== '');
    return filled([[`field:${labelled('Address', labelOf(types, given))}`, lines.join(', ')]]);
  }
  if (name === 'tel' || name === 'email') {
    if (types.includes('fax') || types.includes('pager')) return [];
    const label = labelOf(types, given);
    const target = name === 'tel' ? 'phone' : 'email';
    const value = first.replace(/^(?:tel|mailto):/i, '').replace(/;.*$/, '');
    return filled([[label === '' ? target : `${target}:${label}`, value]]);
  }
  // An offset is no zone: it does not say when clocks change.
  if (name === 'tz' && !/^[A-Za-z]+\//.test(first)) return [];
  const text = TEXTS.get(name);
  if (text) return filled([[text, first]]);
  if (!name.startsWith('x-') || name.startsWith('x-ab')) return [];
  const field = name.slice(2).replaceAll('-', ' ').trim();
  return filled([[`field:${field.charAt(0).toUpperCase()}${field.slice(1)}`, values.join(', ')]]);
}

function filled(cells: CardCell[]): CardCell[] {
  return cells.filter(([, value]) => value.trim() !== '');
}

/** The label that a person gave, else the kind; a mobile is one first, wherever it is used. */
function labelOf(types: readonly string[], given: string): string {
  const type = types.find((one) => LABELS.has(one)) ?? types.find((one) => !SILENT.has(one)) ?? '';
  const label = given.trim() || (LABELS.get(type) ?? type);
  // Apple's own labels begin with a capital; ours do not.
  return /^\p{Lu}\p{Ll}+$/u.test(label) ? label.toLowerCase() : label;
}

function labelled(name: string, label: string): string {
  return label === '' ? name : `${name} (${label})`;
}
