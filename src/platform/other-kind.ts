/** How kinds of file begin that are sent by mistake, byte for byte, and what they are. */
const SIGNATURES: readonly [start: string, what: string][] = [
  ['%PDF-', /*i18n*/ 'a PDF'],
  ['PK\u0003\u0004', /*i18n*/ 'a ZIP archive or a workbook; unpack it, or save it as text, first'],
  ['\u001f\u008b', /*i18n*/ 'a compressed file; unpack it first'],
  ['BZh', /*i18n*/ 'a compressed file; unpack it first'],
  ['\u00fd7zXZ\u0000', /*i18n*/ 'a compressed file; unpack it first'],
  ['7z\u00bc\u00af\u0027\u001c', /*i18n*/ 'a compressed file; unpack it first'],
  ['(\u00b5/\u00fd', /*i18n*/ 'a compressed file; unpack it first'],
  ['\u00d0\u00cf\u0011\u00e0', /*i18n*/ 'an Office document'],
  ['\u00ff\u00d8\u00ff', /*i18n*/ 'a picture'],
  ['\u0089PNG', /*i18n*/ 'a picture'],
  ['GIF8', /*i18n*/ 'a picture'],
];

/** The same for text, where space may come first. */
const TEXTS: readonly [start: RegExp, what: string][] = [
  [/^\s*<[!?a-z]/i, /*i18n*/ 'a web page or XML'],
  [/^\s*(?:\[\s*[[{"\d]|\{)/, 'JSON'],
];

/**
 * What a file is that begins like this, where it is neither a calendar nor a table; null where that
 * cannot be told. It looks at the first bytes only and unpacks nothing.
 */
export function otherKindOf(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, 512)).toString('latin1');
  const found =
    SIGNATURES.find(([signature]) => start.startsWith(signature)) ??
    TEXTS.find(([pattern]) => pattern.test(start));
  return found?.[1] ?? null;
}
