// What word processors make of plain characters; GSM-7 (3GPP TS 23.038) has none of them.
const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '•': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** Whether a character that makes a text Unicode has a plain one of the same meaning. */
export function canBePlain(character: string): boolean {
  return plain[character] !== undefined;
}

/** A text with such characters replaced. */
export function inPlainCharacters(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (character) => plain[character] ?? character);
}
