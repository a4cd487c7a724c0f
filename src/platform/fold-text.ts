/** Letters that Unicode does not take apart, and how people type them who lack them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
};
const UNSPLIT = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * Text as it is searched: lower case, without accents, each run of white space one space, none at
 * the ends. `Björn  ÅKESSON` and `bjorn akesson` fold to the same. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(UNSPLIT, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}
