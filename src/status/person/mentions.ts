import { nationalDigits } from '../../platform/phone-number.ts';

/** A coarse condition for what may name them, of which each row is looked at closely; two parameters from `$first`. */
export function mentions(text: string, first = 3): string {
  return `(${text} ilike any ($${first}::text[])
           or regexp_replace(${text}, '[^0-9]', '', 'g') like any ($${first + 1}::text[]))`;
}

/** Patterns of the longest word of each name and of mailboxes, and of the digits of numbers. */
export function coarse(
  names: readonly string[],
  addresses: readonly string[],
): [string[], string[]] {
  const words = names.map(
    (name) => name.split(/[\s,]+/u).sort((a, b) => b.length - a.length)[0] ?? '',
  );
  const mailboxes = addresses.filter((one) => !one.startsWith('+'));
  const numbers = addresses.filter((one) => one.startsWith('+'));
  const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return [
    [...words, ...mailboxes].filter((one) => one !== '').map(like),
    numbers
      .flatMap((one) => [one.slice(1), nationalDigits(one)])
      .filter((one) => one !== '')
      .map(like),
  ];
}
