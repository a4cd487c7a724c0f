const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letters of somebody's first and last name, in the script that they are written in; '' without a letter. */
export function initials(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, ''))
    .filter((word) => word !== '')
    .map((word) => graphemes.segment(word)[Symbol.iterator]().next().value?.segment ?? '');
  const [first = '', last = ''] = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return (first + last).toUpperCase();
}
