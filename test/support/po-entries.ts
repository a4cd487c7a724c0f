/** A text of a part of the catalogue, with its context and what it is in the part's language. */
export type PoEntry = { context: string; text: string; translation: string };

const ENTRY =
  /(?:^msgctxt (?<context>(?:".*"\n)+))?^msgid (?<text>(?:".*"\n)+)msgstr (?<translation>(?:".*"\n?)+)/gm;

/** The texts of a PO file, but for its head. */
export function poEntries(file: string): PoEntry[] {
  return [...file.matchAll(ENTRY)]
    .map(({ groups }) => ({
      context: said(groups?.context),
      text: said(groups?.text),
      translation: said(groups?.translation),
    }))
    .filter(({ text }) => text !== '');
}

/** PO breaks long strings into several, and quotes as JSON does. */
function said(lines = ''): string {
  return lines
    .split('\n')
    .map((line) => (line === '' ? '' : String(JSON.parse(line))))
    .join('');
}
