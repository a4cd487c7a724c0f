import type { KnownType } from './known-types.ts';

/** How far from its beginning readers look for what makes a PDF or a page. */
const BEGINNING = 1_024;
const PAGE = /<(?:!doctype html|html|script|svg|body|iframe|\?php)\b/i;
/** The end record of a zip with the longest comment (APPNOTE 4.3.16). */
const ZIP_END = 22 + 65_535;

/** Signatures of archives and programs that are found wherever they stand: [bytes, what they make]. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['Rar!\x1a\x07', /*i18n*/ 'a RAR archive'],
  ['7z\xbc\xaf\x27\x1c', /*i18n*/ 'a 7-Zip archive'],
  ['!<arch>\n', /*i18n*/ 'a program library'],
  ['This program cannot be run in DOS mode', /*i18n*/ 'a program'],
];

/**
 * What else a file is besides its type, since readers of that find their own mark in it; null where
 * nothing was found. A picture that is also an archive passes for the one here and for the other there.
 */
export function secondType(bytes: Buffer, { family, type }: KnownType): string | null {
  if (family === 'text') return null;
  if (family !== 'zip' && hasZipEnd(bytes)) return /*i18n*/ 'a zip archive';
  const beginning = bytes.subarray(0, BEGINNING).toString('latin1');
  if (family !== 'pdf' && beginning.includes('%PDF-')) return /*i18n*/ 'a PDF';
  if (family === 'pdf' && !beginning.startsWith('%PDF-'))
    return /*i18n*/ 'something else before it';
  if (PAGE.test(beginning)) return /*i18n*/ 'a web page';
  // Pictures and sounds are read to their end, and whatever is hung on it comes along.
  const end = bytes.subarray(-BEGINNING).toString('latin1');
  if (['picture', 'sound'].includes(family) && PAGE.test(end)) return /*i18n*/ 'a web page';
  const second = SIGNATURES.find(([mark]) => bytes.includes(mark, 0, 'latin1'));
  if (second && family !== 'zip') return second[1];
  if (type === 'image/png' && !bytes.subarray(-8, -4).equals(Buffer.from('IEND'))) {
    return /*i18n*/ 'something else after it';
  }
  return null;
}

/** An end record whose directory lies in the file: what makes a file a zip for those who read zips. */
function hasZipEnd(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - ZIP_END);
  for (let at = bytes.lastIndexOf('PK\x05\x06', -1, 'latin1'); at >= from; ) {
    const isWhole = at + 22 <= bytes.length;
    if (isWhole) {
      const [size, offset] = [bytes.readUInt32LE(at + 12), bytes.readUInt32LE(at + 16)];
      const comment = bytes.readUInt16LE(at + 20);
      // Readers allow for bytes before the archive, so the offset may be too small.
      if (size + offset <= at && at + 22 + comment <= bytes.length) return true;
    }
    if (at === 0) return false;
    at = bytes.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return false;
}
