const LONGEST = 60;

/** What pg's `query` takes: a text, or a text with a name; values beside it. */
export type QueryArguments = readonly [
  { text: string; name?: string; values?: unknown[] } | string,
  (unknown[] | undefined)?,
];

const names = new Map<string, string>();
const readers = new Map<string, boolean>();

/** The text of a query. */
export function textOf([query]: QueryArguments): string {
  return typeof query === 'string' ? query : query.text;
}

/** A statement's name in a trace: the one it was given, the first words of its comment, or its own. */
export function nameOf(query: QueryArguments): string {
  const text = textOf(query);
  const [first] = query;
  if (typeof first !== 'string' && first.name) return first.name;
  const known = names.get(text);
  if (known !== undefined) return known;
  const comment = /^-- (.*)/.exec(text)?.[1];
  // Keys of locks differ from run to run.
  const words = (comment ?? text)
    .replace(/-?\d{6,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
  const end = /[.,:;]( |$)/.exec(words)?.index ?? words.length;
  const name = words.slice(0, Math.min(comment ? end : words.length, LONGEST));
  names.set(text, name);
  return name;
}

/** Whether a statement cannot have changed anything. */
export function isReading(query: QueryArguments): boolean {
  const text = textOf(query);
  let isReader = readers.get(text);
  if (isReader === undefined) {
    const bare = text.replace(/^\s*--.*$/gm, '').trim();
    isReader = /^(select|begin|with)\b/i.test(bare) && !/\b(insert|update|delete)\b/i.test(bare);
    readers.set(text, isReader);
  }
  return isReader;
}
