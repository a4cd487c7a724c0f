import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { type Attachment, attachment } from '../../src/contract/attachment.ts';
import { decodePicture } from '../../src/message/attachments/picture-codecs.ts';
import { readAttachment } from '../../src/message/attachments/read-attachment.ts';
import { FolderStore } from '../../src/platform/blobs/folder-store.ts';
import { docx, dot, formOf, pdf, photo } from '../support/files.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
let [cookie, accountId] = ['', ''];

beforeAll(async () => {
  ({ cookie, accountId } = await server.signUp());
});

test('a picture comes back as it was, and smaller and without its place for phones', async () => {
  const bytes = await photo(3_000, 2_000);
  const made = await upload(bytes, 'garden party.jpeg', 'image/jpeg');
  expect(made).toMatchObject({
    name: 'garden party.jpeg',
    type: 'image/jpeg',
    size: bytes.length,
    width: 3_000,
    height: 2_000,
    phone: { type: 'image/jpeg' },
  });
  const original = await content(made.id);
  expect(original.bytes.equals(bytes)).toBe(true);
  expect(original.headers.get('content-disposition')).toContain('attachment; filename="garden');
  expect(original.headers.get('x-content-type-options')).toBe('nosniff');
  expect(original.headers.get('content-security-policy')).toContain('sandbox');
  const phone = (await content(made.id, '?rendition=phone')).bytes;
  expect(phone.length).toBeLessThan(300_000);
  expect(phone.includes('SECRET')).toBe(false);
  expect(await decodePicture(phone, 'image/jpeg')).toMatchObject({ width: 1_280, height: 853 });
  const store = new FolderStore(join(server.dataFolder, 'blobs'));
  const read = await readAttachment(server.database.engine, store, accountId, made.id);
  expect(read).toMatchObject({ name: 'garden party.jpeg', size: bytes.length });
  expect(read && (await buffer(read.stream)).equals(bytes)).toBe(true);
  const part = await content(made.id, '', { range: 'bytes=2-5' });
  expect(part).toMatchObject({ status: 206, bytes: bytes.subarray(2, 6) });
});

test('everything that may be attached is known by its content', async () => {
  const vcard = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nEND:VCARD\r\n';
  for (const [bytes, name, type] of [
    [pdf, 'plan.pdf', 'application/pdf'],
    [docx(), 'letter.docx', /wordprocessing/],
    [dot, 'dot.PNG', 'image/png'],
    [Buffer.from('Grüße, and < 3 things\n'), 'note.txt', 'text/plain'],
    [Buffer.from('a,b\n1,2\n'), 'list.csv', 'text/csv'],
    [Buffer.from(vcard), 'ana.vcf', 'text/vcard'],
  ] as const) {
    expect((await upload(bytes, name)).type).toMatch(type);
  }
});

test.each<[string, Buffer | (() => Buffer), string, string, RegExp]>([
  [
    'a program',
    Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'),
    'a.pdf',
    '',
    /not taken/,
  ],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'a.txt', '', /scripts/],
  ['a web page', Buffer.from('<html><script>alert(1)</script>'), 'a.txt', '', /Web pages/],
  ['an SVG with a script', Buffer.from('<svg onload="x()"/>'), 'a.svg', '', /SVG/],
  ['a wrong name', pdf, 'a.png', '', /is a PDF by its content/],
  ['a wrong declaration', pdf, 'a.pdf', 'image/png', /was sent as image\/png/],
  ['a name that reads backwards', dot, 'photo\u202egnp.exe', '', /photognp\.exe” is a PNG/],
  [
    'a picture that is an archive too',
    () => Buffer.concat([dot, zip()]),
    'a.png',
    '',
    /a zip archive/,
  ],
  ['a PDF that is an archive too', () => Buffer.concat([pdf, zip()]), 'a.pdf', '', /a zip archive/],
  [
    'a page before a PDF',
    Buffer.concat([Buffer.from('<script>1</script>'), pdf]),
    'a.pdf',
    '',
    /Web pages|not taken/,
  ],
  [
    'a GIF that is a page too',
    Buffer.from('GIF89a\x01\0\x01\0\0\0\0<script>1</script>;', 'latin1'),
    'a.gif',
    '',
    /a web page/,
  ],
  ['an archive', () => zip(), 'a.zip', '', /Archives/],
  [
    'a zip bomb',
    () => docx({ 'word/big.xml': new Uint8Array(90_000_000) }),
    'a.docx',
    '',
    /far more/,
  ],
  ['a lie of its size', () => lyingBomb(), 'a.docx', '', /far more/],
  ['macros', () => docx({ 'word/vbaProject.bin': Buffer.from('x') }), 'a.docx', '', /macros/],
  ['half a document', () => docx().subarray(0, -30), 'a.docx', '', /damaged|not taken/],
  ['half a picture', () => dot.subarray(0, 40), 'a.png', '', /damaged|something else/],
  ['a picture as large as a house', () => hugePng(), 'a.png', '', /50 million pixels/],
  [
    'an old Word document',
    Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_048, '0'), 'hex'),
    'a.doc',
    '',
    /Old or protected/,
  ],
  ['nothing', Buffer.alloc(0), 'a.txt', '', /empty/],
])('%s is refused with a sentence', async (_what, bytes, name, type, sentence) => {
  const file = typeof bytes === 'function' ? bytes() : bytes;
  const answer = await server.call('POST', '/api/attachments', formOf(file, name, type));
  expect(answer).toMatchObject({ status: 422, json: { code: 'file_refused' } });
  expect(answer.json).toMatchObject({ detail: expect.stringMatching(sentence) });
  expect(await readdir(join(server.dataFolder, 'uploads'))).toEqual([]);
});

test('what never ends is cut off', async () => {
  const boundary = 'x1x';
  const endless = new ReadableStream({
    start: (controller) =>
      controller.enqueue(
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n`,
        ),
      ),
    pull: (controller) => controller.enqueue(Buffer.alloc(65_536, 'a')),
  });
  const answer = await fetch(new URL('/api/attachments', server.url), {
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
  await waitFor(
    () => readdir(join(server.dataFolder, 'uploads')),
    (left) => left.length === 0,
  );
  const large = formOf(Buffer.alloc(16 * 1_048_576, 'a'), 'a.txt');
  expect(await server.call('POST', '/api/attachments', large)).toMatchObject({
    status: 413,
    json: { detail: 'A file may have up to 15 MB.' },
  });
});

test('names from outside are made harmless', async () => {
  const cleaned = async (name: string) => (await upload(Buffer.from('x'), name)).name;
  expect(await cleaned('../../etc/passwd.txt')).toBe('passwd.txt');
  expect(await cleaned('a\u202etxt\u0007.txt')).toBe('atxt.txt');
  expect(await cleaned('C:\\temp\\con<>|.txt')).toBe('con___.txt');
  expect([...(await cleaned(`${'ñ'.repeat(5_000)}.txt`))].length).toBeLessThanOrEqual(120);
  const made = await upload(Buffer.from('x'), '“Прайс” 1.txt');
  const { headers } = await content(made.id);
  expect(headers.get('content-disposition')).toContain("filename*=UTF-8''%E2%80%9C%D0%9F");
});

test('only the account’s people see a file, and only those who send may bring one', async () => {
  const { id } = await upload(pdf, 'plan.pdf');
  const nobody = await server.call('GET', `/api/attachments/${id}/content`, undefined, {
    authorization: '',
  });
  expect(nobody.status).toBe(401);
  const { status } = await server.call('GET', `/api/attachments/${crypto.randomUUID()}`);
  expect(status).toBe(404);
});

test('the same bytes are stored once, and go when nobody has them', async () => {
  const bytes = Buffer.from(`only once ${crypto.randomUUID()}`);
  const [one, two] = [await upload(bytes, 'one.txt'), await upload(bytes, 'two.txt')];
  const stored = () => blobsWith(bytes.length);
  expect(await stored()).toBe(1);
  for (const { id } of [one, two]) {
    expect((await server.call('DELETE', `/api/attachments/${id}`)).status).toBe(204);
    expect((await server.call('GET', `/api/attachments/${id}`)).status).toBe(404);
  }
  server.clock.advance(25 * 3_600_000);
  await waitFor(stored, (n) => n === 0);
  const { rows } = await server.database.engine.query('select from blob where size = $1', [
    bytes.length,
  ]);
  expect(rows).toEqual([]);
});

async function upload(bytes: Uint8Array, name: string, type = ''): Promise<Attachment> {
  const answer = await server.call('POST', '/api/attachments', formOf(bytes, name, type), {
    cookie,
    origin: server.url,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.json));
  return attachment.parse(answer.json);
}

async function content(id: string, query = '', headers: Record<string, string> = {}) {
  const answer = await fetch(new URL(`/api/attachments/${id}/content${query}`, server.url), {
    headers: { cookie, ...headers },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes };
}

/** How many files of so many bytes the folder of blobs has. */
async function blobsWith(size: number): Promise<number> {
  const folder = join(server.dataFolder, 'blobs');
  const names = await readdir(folder, { recursive: true });
  // One that is removed between the two is there no more.
  const found = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => null)));
  return found.filter((one) => one?.isFile() && one.size === size).length;
}

function zip(): Buffer {
  return Buffer.from(zipSync({ 'a.txt': Buffer.from('hello') }));
}

/** A document whose directory says that a large part is small. */
function lyingBomb(): Buffer {
  const bytes = docx({ 'word/big.xml': new Uint8Array(5_000_000) });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(5_000_000);
  for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at)) {
    bytes.writeUInt32LE(100, at);
  }
  return bytes;
}

/** A PNG whose header tells of 60,000 pixels a side. */
function hugePng(): Buffer {
  const bytes = Buffer.from(dot);
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
}
