import { beforeAll, expect, test } from 'vitest';
import { uploadContacts } from '../support/contact-import.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();

beforeAll(async () => {
  await server.signUp();
});

test.each([
  ['a zip bomb named .csv', 'PK\u0003\u0004\u0014\0\0\0', /ZIP archive/],
  ['nothing', '', /empty/],
  ['a header alone', 'Name,Phone\n', /no rows besides its header/],
  [
    'a quotation mark that never closes',
    `Name,Phone\n"Ana,1\n${'Ben,2\n'.repeat(99)}`,
    /line 2 is never closed/,
  ],
  ['a cell of 10 MB', `Name\n${'x'.repeat(10_000_000)}\n`, /line 2 is longer/],
  ['a million columns', `${'a,'.repeat(1_000_000)}\n`, /line 1 is longer/],
  ['300 columns', `${'a,'.repeat(300)}\n`, /301 cells; up to 200 columns/],
  ['zero bytes', 'Name\0\0\0,Phone', /zero bytes/],
  ['a calendar', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', /import it as a calendar/],
  ['more rows than 200,000', `Name\n${'Ana\n'.repeat(200_001)}`, /more than 200,000 rows/],
])('%s is refused with a sentence, and nothing is left of it', async (_, text, sentence) => {
  const rows = 'select count(*)::int as n from contact_import';
  const before = (await server.database.engine.query(rows)).rows;
  const answer = await uploadContacts(server.call, text);
  expect(answer).toMatchObject({
    status: 422,
    json: { code: 'not_contacts', detail: expect.stringMatching(sentence) },
  });
  expect((await server.database.engine.query(rows)).rows).toEqual(before);
});

test('a file of more than 60 MB is refused, whatever is in it, and nothing is left of it', async () => {
  const row = `Ana,${'x'.repeat(9_000)}\n`;
  const answer = await uploadContacts(server.call, `Name,Notes\n${row.repeat(7_000)}`);
  expect(answer).toMatchObject({
    status: 413,
    json: { code: 'too_large', detail: 'A file may have up to 60 MB.' },
  });
  const { rows } = await server.database.engine.query('select from contact_import');
  expect(rows).toEqual([]);
});

test('an upload that breaks off leaves nothing', async () => {
  const boundary = 'x'.repeat(20);
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nName\n`;
  const controller = new AbortController();
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode(head + 'Ana Broken\n'.repeat(20_000)));
    },
  });
  const sending = fetch(`${server.url}/api/contact-imports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${server.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    body,
    duplex: 'half',
    signal: controller.signal,
  }).catch(() => null);
  const broken = async () =>
    (
      await server.database.engine.query(
        `select row_count from contact_import where state = 'reading'`,
      )
    ).rows;
  await waitFor(broken, (rows) => rows.length === 1 && rows[0]?.row_count > 0);
  controller.abort();
  await sending;
  await waitFor(broken, (rows) => rows.length === 0);
  const { json } = await server.call('GET', '/api/contacts?text=Broken');
  expect(json).toMatchObject({ matching: 0 });
});
