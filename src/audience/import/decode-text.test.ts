import { expect, it } from 'vitest';
import type { ImportEncoding } from '../../contract/contact-import.ts';
import { decodeText } from './decode-text.ts';

const NAMES = 'Name;Größe\r\nZoë Müller;3 €\r\n';

/** The bytes in pieces of one size, as a network brings them. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decoded(bytes: Buffer, size = 5, named?: ImportEncoding): Promise<string> {
  let text = '';
  for await (const piece of decodeText(pieces(bytes, size), named)) text += piece;
  return text;
}

const windows = (text: string) => Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** More than the beginning that is looked at, so that letters come late and pieces divide them. */
const PLAIN = 'Ana Ruiz;1\r\n'.repeat(500);

it.each([
  ['UTF-8', Buffer.from(NAMES)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${NAMES}`)],
  ['Windows-1252', windows(NAMES)],
  ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${NAMES}`, 'utf16le')],
  ['UTF-16 without one', Buffer.from(NAMES, 'utf16le')],
  ['big-endian UTF-16 with one', utf16be(`\ufeff${NAMES}`)],
  ['big-endian UTF-16 without one', utf16be(NAMES)],
])('%s is read', async (_, bytes) => {
  expect(await decoded(bytes)).toBe(NAMES);
});

it.each([1, 2, 3, 7, 4_096])(
  'letters that come late are read, in pieces of %i bytes',
  async (size) => {
    expect(await decoded(Buffer.from(PLAIN + NAMES), size)).toBe(PLAIN + NAMES);
    expect(await decoded(windows(PLAIN + NAMES), size)).toBe(PLAIN + NAMES);
  },
);

it('a file that ends with a letter of Windows-1252 is read', async () => {
  expect(await decoded(windows(`${PLAIN}Zo\u00eb`), 1)).toBe(`${PLAIN}Zoë`);
});

it('an encoding that is named is used', async () => {
  const bytes = Buffer.from([...Buffer.from('Name\nJos'), 0x8e]);
  expect(await decoded(bytes, 64, 'macintosh')).toBe('Name\nJosé');
});

it('UTF-8 that breaks off into something else is refused with its line', async () => {
  const bytes = Buffer.concat([Buffer.from(`Zoë\n${PLAIN}`), Buffer.from([0x4d, 0xfc, 0x6c])]);
  await expect(decoded(bytes, 1_000)).rejects.toThrow(/UTF-8 up to line 502/);
});

it.each([
  ['nothing', Buffer.alloc(0), /empty/],
  ['blanks only', Buffer.from(' \r\n \n'), /empty/],
  ['a zip bomb', Buffer.from('PK\u0003\u0004\u0014\u0000'), /ZIP archive or a workbook/],
  ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /compressed/],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /Office/],
  ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
  ['a web page', Buffer.from('<!doctype html><p>'), /web page/],
  ['JSON', Buffer.from('[{"name": "Ana"}]'), /JSON/],
  ['zero bytes', Buffer.from('Name\0\0\0Phone\0\0'), /zero bytes/],
])('%s is refused with what it seems to be', async (_, bytes, sentence) => {
  await expect(decoded(bytes)).rejects.toThrow(sentence);
});

it('text that is not in the encoding named is refused', async () => {
  await expect(decoded(windows(NAMES), 64, 'utf-8')).rejects.toThrow(/not written in utf-8/);
});
