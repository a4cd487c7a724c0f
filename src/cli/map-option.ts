import type { ContactImport } from '../contract/contact-import.ts';

/** Adds `HEADER=TARGET` to those that were typed before; null: it is not written like that. */
export function addMap(
  text: string,
  before: readonly (readonly [string, string])[] = [],
): (readonly [string, string])[] | null {
  const [, header = '', target = ''] = /^(.+)=([^=]+)$/su.exec(text) ?? [];
  return header.trim() === '' ? null : [...before, [header.trim(), target.trim()]];
}

/** What is proposed for the columns, with those that somebody named; a header is compared without case. */
export function mappedAs(
  columns: ContactImport['columns'],
  said: readonly (readonly [header: string, target: string])[],
): { mapping: string[] } | { problem: string } {
  const same = (one: string, other: string) =>
    one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0;
  const unknown = said.find(([header]) => !columns.some((column) => same(column.header, header)));
  if (unknown) {
    const known = columns.map(({ header }) => `“${header}”`).join(', ');
    return { problem: `--map: there is no column “${unknown[0]}”; there are ${known}.` };
  }
  return {
    mapping: columns.map(
      ({ header, target }) => said.findLast(([name]) => same(name, header))?.[1] ?? target,
    ),
  };
}
