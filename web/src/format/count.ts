import { locale } from './locale.ts';

const numbers = new Intl.NumberFormat(locale);
// In every kind of English without a comma before “and”, as our own texts write it.
const lists = new Intl.ListFormat(locale.startsWith('en') ? 'en-GB' : locale);

/** A number as people read it: "1,284". */
export function count(value: number): string {
  return numbers.format(value);
}

/** Things one after another: "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  return lists.format(parts);
}
