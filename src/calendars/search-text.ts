import { foldText } from '../platform/fold-text.ts';

/** More words than this are no search; the first ones decide. */
const MOST_WORDS = 10;

/** What of an appointment can be looked for. */
export type Searchable = {
  title: string;
  location: string;
  people: readonly { name: string; phone: string | null; email: string | null; dialled: string }[];
};

/**
 * The text that the filter looks in: title, place, names, mailboxes, and numbers as E.164 and as
 * dialled at home, so that both `+44 20…` and `020…` are found.
 */
export function searchText({ title, location, people }: Searchable): string {
  const persons = people.flatMap((p) => [p.name, p.phone ?? '', p.dialled, p.email ?? '']);
  return foldText([title, location, ...persons].join(' '));
}

/**
 * LIKE patterns that all must match `search_text`, the longest first because it finds the fewest;
 * none for an empty text. A number may be typed with any punctuation.
 */
export function searchPatterns(text: string): string[] {
  const words = new Set(foldText(text).split(' ').map(withoutPunctuation));
  words.delete('');
  return [...words]
    .slice(0, MOST_WORDS)
    .sort((a, b) => b.length - a.length)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** `(212)` and `555-0123` are parts of a number; `10:30` and `a-1` are not. */
function withoutPunctuation(word: string): string {
  const digits = word.replace(/[()./+-]/g, '');
  const isNumber = /^\d+$/.test(digits) && (digits.length >= 5 || /^[(+]/.test(word));
  return isNumber ? digits : word;
}
