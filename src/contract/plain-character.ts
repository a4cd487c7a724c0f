// What word processors make of plain characters; GSM-7 (3GPP TS 23.038) has none of them.
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': ',',
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‹': "'",
  '›': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '⁃': '-',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u200a': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '\u00ad': '',
  '\u200b': '',
  '\u2060': '',
  '\ufeff': '',
  '™': '(TM)',
  '®': '(R)',
  '©': '(C)',
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
  '⁄': '/',
  '×': 'x',
  '→': '->',
  '←': '<-',
};

/** Whether a character that makes a text Unicode has a plain one of the same meaning. */
export function canBePlain(character: string): boolean {
  return PLAIN[character] !== undefined;
}

/**
 * A text with such characters replaced by what GSM-7 has. Only what means the same is replaced: letters with
 * accents, other scripts and faces stay, for a name is not to be spelt otherwise to save a cent.
 */
export function inPlainCharacters(text: string): string {
  return text.replace(/[\t\u0080-\uffff]/g, (character) => PLAIN[character] ?? character);
}
