import { beforeAll, expect, test } from 'vitest';
import { broadcast, broadcastList } from '../../src/contract/broadcast.ts';
import { sandboxDevicePage } from '../../src/contract/sandbox.ts';
import { testMessage } from '../../src/contract/test-message.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
let cookie = '';
const MINE = '+12125550199';
const people = [
  { name: 'Ana Ruiz', phone: '+12125550123', email: 'ana@example.com' },
  { name: 'Nia O’Neill', phone: '+12125550188', email: 'nia@example.com' },
];
const content = {
  sms: { text: '“{{ participant.name }}” – {{ user.name }}', replaceCharacters: true },
  email: { subject: 'For {{ participant.first_name }}', text: 'Dear {{ participant.name }}' },
};
const body = { audience: { people }, content };

beforeAll(async () => {
  ({ cookie } = await server.signUp());
  // Two at night in New York, in the quiet hours that a new owner begins with.
  server.clock.moveTo(new Date('2027-03-09T07:00Z'));
});

const post = (path: string, json: object, headers: Record<string, string> = {}) =>
  server.call('POST', path, json, { 'idempotency-key': crypto.randomUUID(), cookie, ...headers });

async function lastAt(address: string) {
  const path = `/api/sandbox/devices?text=${encodeURIComponent(address)}`;
  const { items } = sandboxDevicePage.parse((await server.call('GET', path)).json);
  const [last] = items.find((item) => item.address === address)?.messages ?? [];
  return last && { subject: last.subject, text: last.text };
}

const sent = (id: string) =>
  waitFor(
    async () => broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json),
    ({ state }) => state === 'sent',
  );

test('a number is asked for once and remembered', async () => {
  const asked = await post('/api/tests', body);
  expect(asked).toMatchObject({ status: 422, json: { errors: [{ path: 'phone' }] } });
  expect(await post('/api/tests', { ...body, phone: '12' })).toMatchObject({ status: 422 });
  expect(await post('/api/tests', { ...body, phone: '+442079460018' })).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'phone', message: expect.stringContaining('Settings') }] },
  });
  const given = await post('/api/tests', { ...body, phone: '(212) 555-0199' });
  expect(given.status).toBe(201);
  await sent(testMessage.parse(given.json).id);
  const again = await post('/api/tests', body);
  await sent(testMessage.parse(again.json).id);
  expect(testMessage.parse(again.json).sentTo).toEqual([
    { channel: 'sms', address: MINE },
    { channel: 'email', address: 'sam@example.com' },
  ]);
});

test('a test is byte for byte what the recipient gets, at night too, and counts for nobody', async () => {
  // The newest on a phone is the last that came, and not one of the same moment.
  server.clock.moveTo(new Date('2027-03-09T07:05Z'));
  const { json, status } = await post('/api/tests', { ...body, index: 1 });
  expect(status).toBe(201);
  const made = testMessage.parse(json);
  expect(made.name).toBe('Nia O’Neill');
  await sent(made.id);
  const mine = [await lastAt(MINE), await lastAt('sam@example.com')];
  expect(await lastAt('+12125550188')).toBeUndefined();

  const real = await post('/api/broadcasts', { ...body, ignoreQuietHours: true });
  const { id } = broadcast.parse(real.json);
  await sent(id);
  expect([await lastAt('+12125550188'), await lastAt('nia@example.com')]).toEqual(mine);
  expect(mine[0]?.text).toBe(`"Nia O'Neill" - Sam Keller`);

  const list = broadcastList.parse((await server.call('GET', '/api/broadcasts')).json);
  expect(list.items.map((item) => item.id)).toEqual([id]);
  const { rows } = await server.database.engine.query(
    'select from delivery_subject s join delivery d on d.id = s.delivery_id where d.broadcast_id = $1',
    [made.id],
  );
  expect(rows).toEqual([]);
});

test('a double click makes one test', async () => {
  const key = { 'idempotency-key': 'the-same-key' };
  const [one, other] = await Promise.all([
    post('/api/tests', body, key),
    post('/api/tests', body, key),
  ]);
  expect([one.status, other.status].sort()).toEqual([200, 201]);
  expect(testMessage.parse(one.json).id).toBe(testMessage.parse(other.json).id);
  expect((await post('/api/tests', { ...body, index: 1 }, key)).status).toBe(409);
});

test('who opted out gets no test, who is not there has none, and who may only read sends none', async () => {
  await server.database.engine.query(
    `insert into suppression (account_id, channel, address, reason) select id, 'sms', $1, 'stop' from account`,
    [MINE],
  );
  expect(await post('/api/tests', body)).toMatchObject({
    status: 422,
    json: { detail: expect.stringContaining('opted out') },
  });
  expect(await post('/api/tests', { ...body, index: 2 })).toMatchObject({
    status: 422,
    json: { code: 'nobody_to_reach' },
  });
  const viewer = await memberOf(server, 'viewer');
  expect((await post('/api/tests', body, { cookie: viewer.cookie })).status).toBe(403);
});
