import { beforeAll, expect, test } from 'vitest';
import { createAccount } from '../../src/account/create-account.ts';
import { broadcast } from '../../src/contract/broadcast.ts';
import { asEngine } from '../../src/platform/database.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { CHECK_UP, typeIn } from '../support/type-appointment.ts';
import { writtenRows } from '../support/written-rows.ts';

const server = await testServer();
const sendLater = { wall: '2099-01-01T09:00', zone: 'Etc/UTC' };
const message = {
  audience: { people: [{ name: 'Ana', phone: '+12125550100' }] },
  content: { sms: { text: 'Hello' } },
  sendLater,
};
const ticked = (id: string) => ({ appointments: { includeIds: [id] } });
const recipientsOf = (broadcastId: string) => ({
  recipients: { broadcastId, outcomes: ['reached'] },
});

beforeAll(async () => {
  await server.signUp();
});

test('a viewer changes nothing, by whatever route there is', async () => {
  const { cookie: viewer } = await memberOf(server, 'viewer');
  const { json } = await server.call('GET', '/api/openapi.json');
  const { paths } = json as { paths: Record<string, Record<string, object>> };
  const harmless = [
    '/api/plans',
    '/api/previews',
    '/api/field-values',
    '/api/session',
    '/api/setup',
  ];
  let asked = 0;
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods).filter((name) => name !== 'get')) {
      if (harmless.includes(path)) continue;
      const filled = path.replace(/\{\w+\}/g, () => crypto.randomUUID());
      const answer = await server.call(method.toUpperCase(), filled, {}, { cookie: viewer });
      expect([method, path, answer.status]).toEqual([method, path, 403]);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(40);
});

test('appointments and people of another account are not there to be changed', async () => {
  const visit = await typeIn(server.call, { people: [{ name: 'Ana', phone: '+12125550100' }] });
  const person = visit.participants[0]?.id;
  const key = { 'idempotency-key': 'of the first account' };
  const mine = broadcast.parse((await server.call('POST', '/api/broadcasts', message, key)).json);
  const facts = { name: 'Elsewhere', country: 'US', timeZone: 'America/New_York' };
  const elsewhere = await asEngine(server.database, (client) =>
    createAccount(client, { ...facts, isSandbox: false }),
  );
  const { cookie: stranger } = await memberOf(server, 'owner', elsewhere);
  const before = await writtenRows(server.database);
  for (const [method, path, given, status] of [
    ['GET', `/api/appointments/${visit.id}`, undefined, 404],
    ['PATCH', `/api/appointments/${visit.id}`, { title: 'x' }, 404],
    ['PUT', `/api/appointments/${visit.id}/status`, { status: 'cancelled' }, 404],
    ['DELETE', `/api/appointments/${visit.id}`, undefined, 404],
    ['PUT', `/api/participants/${person}/answer`, { said: 'confirmed' }, 404],
    ['DELETE', `/api/participants/${person}/answer`, undefined, 404],
    ['PUT', `/api/participants/${person}/contact`, { contactId: null }, 404],
    ['POST', '/api/appointments', { ...CHECK_UP, calendarId: visit.calendarId }, 422],
    ['POST', '/api/broadcasts', { ...message, replaces: mine.id }, 404],
    ['POST', '/api/broadcasts', { ...message, audience: recipientsOf(mine.id) }, 422],
    ['POST', '/api/broadcasts', { ...message, audience: ticked(visit.id) }, 422],
  ] as const) {
    const headers = { cookie: stranger, 'idempotency-key': crypto.randomUUID() };
    const answer = await server.call(method, path, given, headers);
    expect([method, path, answer.status]).toEqual([method, path, status]);
  }
  expect(await writtenRows(server.database)).toEqual(before);
  const headers = { cookie: stranger };
  const known = `/api/participants/${person}/communications`;
  expect((await server.call('GET', known, undefined, headers)).json).toEqual({
    items: [],
    answers: [],
  });
  const agenda = `/api/appointments?calendarIds=${visit.calendarId}`;
  expect((await server.call('GET', agenda, undefined, headers)).json).toMatchObject({ items: [] });
});
