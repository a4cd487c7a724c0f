/** Said to a person but no part of the name. Compared without dots, in lower case. */
const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor rev fr sir dame lady lord madam mme mlle m herr frau hr fru sr sra srta don doña dott ing'.split(
    ' ',
  ),
);
const SUFFIXES = new Set('jr sr ii iii iv md dds dmd phd esq rn do pa np'.split(' '));
/** Words that begin a last name of more than one word. */
const PARTICLES = new Set(
  'van von der den de del della di da das dos du la le las los el al bin ibn ben ter ten zu zur af av st st. mac'.split(
    ' ',
  ),
);

/** A name in its parts; both are empty for an empty name. */
export type SplitName = { firstName: string; lastName: string };

/**
 * Takes a name apart for greetings: `Dr. Ana María van der Berg Jr.` is `Ana María` and
 * `van der Berg`; `Ruiz, Ana` is turned round; a single name is a first name. Titles and degrees are
 * dropped, unless nothing else is left.
 */
export function splitName(name: string): SplitName {
  const [before = '', after = ''] = splitOnce(name.trim().replace(/\s+/gu, ' '), ',');
  if (after !== '' && !after.split(' ').every((word) => SUFFIXES.has(bare(word)))) {
    const firstName = plain(after.split(' ')).join(' ');
    return { firstName, lastName: plain(before.split(' ')).join(' ') };
  }
  const words = plain(before.split(' '));
  if (words.length < 2) return { firstName: words.join(''), lastName: '' };
  const first = words.findIndex((word, i) => i > 0 && PARTICLES.has(word.toLowerCase()));
  const at = first > 0 && first < words.length - 1 ? first : words.length - 1;
  return { firstName: words.slice(0, at).join(' '), lastName: words.slice(at).join(' ') };
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function plain(words: readonly string[]): readonly string[] {
  let from = 0;
  let to = words.length;
  while (from < to && TITLES.has(bare(words[from] ?? ''))) from++;
  while (to > from + 1 && SUFFIXES.has(bare(words[to - 1] ?? ''))) to--;
  return from === to ? words : words.slice(from, to);
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll('.', '').replace(/,$/, '');
}
