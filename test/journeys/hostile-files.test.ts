import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachment } from '../../src/contract/attachment.ts';
import { provider } from '../../src/contract/provider.ts';
import { dot, formOf, pdf, photo } from '../support/files.ts';
import { startMailServer } from '../support/mail-server.ts';
import { mp3, wav } from '../support/sounds.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const mail = await startMailServer();
afterAll(() => mail.close());
const MEGABYTE = 1_048_576;
const page = Buffer.from('<html><script>alert(1)</script></html>');
const zip = () => Buffer.from(zipSync({ 'a.txt': Buffer.from('hello') }));

beforeAll(async () => {
  await server.signUp();
});

type Made = Buffer | Promise<Buffer>;
type Case = [what: string, name: string, make: () => Made, sentence: RegExp];

const files: Case[] = [
  ['SVG in UTF-16', 'a.svg', () => utf16('<svg onload="x()"/>'), /not taken/],
  ['SVG in UTF-16 as a text', 'a.txt', () => utf16('<svg onload="x()"/>'), /not taken/],
  [
    'SVG behind entities',
    'a.txt',
    () => Buffer.from('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><svg/>'),
    /SVG/,
  ],
  [
    'SVG behind a long comment',
    'a.txt',
    () => Buffer.from(`<!--${'x'.repeat(5_000)}--><svg><script/></svg>`),
    /SVG/,
  ],
  ['SVG behind a mark', 'a.csv', () => Buffer.from('\ufeff <svg onload="x()"/>'), /SVG/],
  ['SVG that calls itself a picture', 'a.png', () => Buffer.from('<svg onload="x()"/>'), /SVG/],
  ['SVG that is packed', 'a.svgz', () => gzipSync('<svg onload="x()"/>'), /Archives/],
  [
    'a page far down in a text',
    'a.txt',
    () => Buffer.from(`${'hello '.repeat(300)}<script>1</script>`),
    /Web pages/,
  ],
  ['a page behind a picture', 'a.jpg', async () => joined(await photo(300, 200), page), /web page/],
  ['a page behind a GIF', 'a.gif', () => joined(gif(1), page), /web page/],
  ['an archive behind a picture', 'a.jpg', async () => joined(await photo(9, 9), zip()), /zip/],
  ['a GIF as large as a town', 'a.gif', () => gif(65_535), /50 million pixels/],
  ['a PNG whose colours unpack to 300 MB', 'a.png', () => png('iCCP'), /damaged/],
  ['a program with two names', 'invoice.pdf.exe', () => pdf, /end in \.pdf/],
  ['a page with two names', 'photo.png.html', () => dot, /end in \.png/],
  ['no name at all', '   ', () => Buffer.from('x'), /end in \.txt/],
  [
    'a shortcut',
    'a.txt',
    () => Buffer.from('4c0000000114020000000000c0000000', 'hex'),
    /not taken/,
  ],
];

const sounds: Case[] = [
  ['a page behind a WAV', 'a.wav', () => joined(wav(1), page), /web page/],
  ['an archive behind a WAV', 'a.wav', () => joined(wav(1), zip()), /zip archive/],
  ['a page in the title of an MP3', 'a.mp3', titledPage, /web page/],
  ['a WAV of one sample a second', 'a.wav', () => patched(24, 1, 4), /not read/],
  ['a WAV of 4 billion samples a second', 'a.wav', () => patched(24, 0xffff_ffff, 4), /not read/],
  ['a WAV of 65,535 channels', 'a.wav', () => patched(22, 65_535, 2), /not read/],
  ['a WAV of no channel', 'a.wav', () => patched(22, 0, 2), /not read/],
  ['a WAV of no bits', 'a.wav', () => patched(34, 0, 2), /not read/],
];

test.each([
  ...files.map((one) => ['file', ...one] as const),
  ...sounds.map((one) => ['audio', ...one] as const),
])('%s: %s is refused with a sentence', async (purpose, _, name, make, sentence) => {
  const form = formOf(await make(), name);
  const answer = await server.call('POST', `/api/attachments?purpose=${purpose}`, form);
  expect(answer).toMatchObject({ status: 422, json: { code: 'file_refused' } });
  expect(answer.json).toMatchObject({ detail: expect.stringMatching(sentence) });
});

test('what unpacks to 300 MB beside a picture, or claims 4 GB of sound, is left packed', async () => {
  for (const [purpose, name, bytes] of [
    ['file', 'comment.png', png('zTXt')],
    ['file', 'pixels.png', png('IDAT')],
    ['audio', 'long.wav', patched(40, 0xffff_ffff, 4)],
  ] as const) {
    const before = process.memoryUsage().rss;
    const answer = await server.call(
      'POST',
      `/api/attachments?purpose=${purpose}`,
      formOf(bytes, name),
    );
    expect(answer.status, name).toBe(201);
    expect(process.memoryUsage().rss - before, name).toBeLessThan(250 * MEGABYTE);
  }
});

test('an MP3 that never ends is cut off at 60 MB, with its sentence or a closed line', async () => {
  const boundary = 'x1x';
  const second = await mp3(10);
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.mp3"\r\n\r\n`;
  let sent = 0;
  const endless = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(head)),
    pull: (controller) => {
      sent += second.length;
      controller.enqueue(second);
    },
  });
  const answer = await fetch(new URL('/api/attachments?purpose=audio', server.url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${server.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    body: endless,
    duplex: 'half',
  } as RequestInit).catch((error: unknown) => error);
  if (answer instanceof Response) expect(answer.status).toBe(413);
  else expect(String(answer)).toContain('fetch failed');
  expect(sent).toBeLessThan(80 * MEGABYTE);
  expect((await server.call('GET', '/api/session')).status).toBe(200);
});

test('a name with a new line in it stays a name in the mail that carries the file', async () => {
  const smtp = {
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    fromAddress: 'desk@example.com',
  };
  const made = await server.call('POST', '/api/providers', { kind: 'smtp', name: 'Ours', smtp });
  const { id } = provider.parse(made.json);
  await server.call('PUT', '/api/channels/email', { providerId: id });
  const name = 'plan\r\nBcc: all@example.com\r\n\r\n";x="é\u202efdp.exe.pdf';
  const answer = await server.call('POST', '/api/attachments', formOf(pdf, name));
  expect(answer.status).toBe(201);
  const kept = attachment.parse(answer.json);
  expect(kept.name).not.toMatch(/[\r\n\u202e"]/);
  await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: { people: [{ email: 'ana@example.com' }] },
      content: { email: { subject: 'Plan', text: 'Here it is', attachments: [kept.id] } },
    },
    { 'idempotency-key': crypto.randomUUID() },
  );
  await waitFor(
    async () => mail.mails.length,
    (length) => length === 1,
  );
  const [got] = mail.mails;
  expect(got?.parsed.headers.has('bcc')).toBe(false);
  expect(got?.octets).not.toMatch(/^bcc:/im);
  expect(got?.parsed.attachments.map(({ filename }) => filename)).toEqual([kept.name]);
  expect(got?.parsed.attachments[0]?.content.equals(pdf)).toBe(true);
});

const joined = (...parts: Buffer[]) => Buffer.concat(parts);
const utf16 = (text: string) => joined(Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le'));

/** A GIF of one dot on a screen of so many. */
function gif(side: number): Buffer {
  const bytes = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  bytes.writeUInt16LE(side, 6);
  bytes.writeUInt16LE(side, 8);
  return bytes;
}

/** A grey PNG of ten dots a side, one of whose chunks unpacks to 300 MB. */
function png(bomb: 'iCCP' | 'zTXt' | 'IDAT'): Buffer {
  const packed = deflateSync(Buffer.alloc(300_000_000), { level: 9 });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(10, 0);
  header.writeUInt32BE(10, 4);
  header[8] = 8;
  const pixels = bomb === 'IDAT' ? packed : deflateSync(Buffer.alloc(110));
  return joined(
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...(bomb === 'IDAT' ? [] : [chunk(bomb, joined(Buffer.from('a\0\0', 'latin1'), packed))]),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, body, sum] = [Buffer.alloc(4), joined(Buffer.from(type), data), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return joined(length, body, sum);
}

/** A second of sound, with another number in its header. */
function patched(at: number, value: number, bytes: 2 | 4): Buffer {
  const made = Buffer.from(wav(1));
  made.writeUIntLE(value, at, bytes);
  return made;
}

async function titledPage(): Promise<Buffer> {
  const title = `ID3\x03\0\0\0\0\0\x40TIT2\0\0\0\x36\0\0\0${page}`.padEnd(74, ' ');
  return joined(Buffer.from(title, 'latin1'), await mp3(1));
}
