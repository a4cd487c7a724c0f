import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import type { Broadcast } from '../../src/contract/broadcast.ts';
import { manyPeople } from '../support/many-people.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const landline = '+12125550142';
const stopped = '+12125550143';
const hostile = [
  '=HYPERLINK("http://evil.example")',
  '+Ana',
  '-Ben',
  '@Cem',
  '\t=Dee',
  '"Eve", x\ny',
];
let id = '';

beforeAll(async () => {
  await server.signUp();
  const fault = { kind: 'phone', address: landline, fault: 'landline' };
  expect((await server.call('PUT', '/api/sandbox/faults', fault)).status).toBe(200);
  const suppressed = { channel: 'sms', address: stopped };
  expect((await server.call('POST', '/api/suppressions', suppressed)).status).toBe(201);
  const people = [
    ...hostile.map((name, n) => ({ name, phone: `+1212555010${n}` })),
    { name: 'ליאה פרארי', phone: landline },
    { name: 'Gus Stopped', phone: stopped },
  ];
  id = await send(
    { people },
    { sms: { text: 'Closed' }, email: { subject: 'Closed', text: 'Closed' } },
  );
});

test('gives everybody with what became of them, in our words and in the carrier’s', async () => {
  const { response, rows } = await file(id);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="message-${id}.csv"`,
  );
  expect(rows).toHaveLength(16);
  const texts = rows.filter(({ channel }) => channel === 'sms');
  expect(texts.find(({ name }) => name === 'ליאה פרארי')).toMatchObject({
    address: `'${landline}`,
    outcome: 'Not delivered',
    reason: 'This number cannot take texts',
    provider: 'Practice phones and mailboxes',
    'provider said': expect.stringMatching(/./),
    attempts: '1',
    'first tried (America/New_York)': expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    'changed (America/New_York)': expect.stringMatching(/^\d{4}-/),
    'waits until (America/New_York)': '',
  });
  expect(texts.find(({ name }) => name === 'Gus Stopped')).toMatchObject({
    outcome: 'Left out',
    reason: 'opted out',
    attempts: '0',
    'first tried (America/New_York)': '',
  });
  expect(rows.filter(({ channel }) => channel === 'email').map(({ reason }) => reason)).toEqual(
    Array(8).fill('no number or address for it'),
  );
});

test('no name is a formula to a spreadsheet, and each is one cell', async () => {
  const { text, rows } = await file(id, '?channel=sms');
  expect([...text.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const names = rows.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['\'=HYPERLINK("http://evil.example")', "'+Ana"]));
  expect(names).toEqual(expect.arrayContaining(["'-Ben", "'@Cem"]));
  for (const row of rows) {
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
});

test('is filtered as the list is', async () => {
  for (const query of [
    'outcome=not_delivered',
    'outcome=left_out&channel=sms',
    'text=ben',
    'text=0143',
    'outcome=delivered&text=%25',
    'channel=voice',
  ]) {
    const listed = await server.call('GET', `/api/broadcasts/${id}/deliveries?${query}`);
    const { items } = listed.json as { items: { name: string; channel: string }[] };
    const { rows } = await file(id, `?${query}`);
    const found = rows
      .map(({ name = '', channel }) => `${name.replace(/^'/, '')} ${channel}`)
      .sort();
    expect(found).toEqual(items.map(({ name, channel }) => `${name} ${channel}`).sort());
  }
  const refused = await server.call('GET', `/api/broadcasts/${id}/recipients.csv?outcome=gone`);
  expect(refused.status).toBe(422);
});

test('holds each of very many once', async () => {
  const people = manyPeople(1_201);
  const email = { subject: 'Hello', text: 'Hello' };
  const many = await send({ people }, { email }, { confirmCount: people.length });
  const { rows } = await file(many);
  expect(rows.map(({ name }) => name).sort()).toEqual(people.map(({ name }) => name).sort());
});

test('is for those who may see the list, and for nobody else', async () => {
  const path = `/api/broadcasts/${id}/recipients.csv`;
  const { cookie } = await memberOf(server, 'viewer');
  expect((await fetch(new URL(path, server.url), { headers: { cookie } })).status).toBe(200);
  expect((await fetch(new URL(path, server.url))).status).toBe(401);
  const none = `/api/broadcasts/${crypto.randomUUID()}/recipients.csv`;
  expect((await server.call('GET', none)).status).toBe(404);
});

async function send(audience: object, content: object, more: object = {}): Promise<string> {
  const answer = await server.call(
    'POST',
    '/api/broadcasts',
    { audience, content, ...more },
    { 'idempotency-key': crypto.randomUUID() },
  );
  expect(answer).toMatchObject({ status: 201 });
  const made = answer.json as Broadcast;
  const settled = await waitFor(
    async () => (await server.call('GET', `/api/broadcasts/${made.id}`)).json as Broadcast,
    ({ counts, total }) => counts.delivered + counts.not_delivered === total,
  );
  return settled.id;
}

async function file(of: string, query = '') {
  const response = await fetch(
    new URL(`/api/broadcasts/${of}/recipients.csv${query}`, server.url),
    {
      headers: { authorization: `Bearer ${server.token}` },
    },
  );
  expect(response.status).toBe(200);
  const text = new Uint8Array(await response.arrayBuffer());
  const rows: Record<string, string>[] = parse(Buffer.from(text), { bom: true, columns: true });
  return { response, text, rows };
}
