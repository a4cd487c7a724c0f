import { beforeAll, expect, test } from 'vitest';
import { agendaPage } from '../../src/contract/appointment.ts';
import { broadcast } from '../../src/contract/broadcast.ts';
import { plan } from '../../src/contract/plan.ts';
import { sendingPolicy } from '../../src/contract/sending-policy.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
let accountId = '';

beforeAll(async () => {
  ({ accountId } = await server.signUp());
  // A Thursday morning in Berlin, where this account is.
  await server.database.engine.query(
    `update account set country = 'DE', time_zone = 'Europe/Berlin' where id = $1`,
    [accountId],
  );
  server.clock.moveTo(new Date('2027-03-11T08:00Z'));
});

const all = { audience: { appointments: { filter: {}, excludeIds: [] } } };
const example = (method: 'PUT' | 'DELETE') => server.call(method, '/api/example-clinic');

async function send(audience: object): Promise<string> {
  const { json } = await server.call(
    'POST',
    '/api/broadcasts',
    { audience, content: { sms: { text: 'We are closed.' } } },
    { 'idempotency-key': crypto.randomUUID() },
  );
  return broadcast.parse(json).id;
}

const read = async (id: string) => server.call('GET', `/api/broadcasts/${id}`);

async function ended(id: string): Promise<void> {
  await waitFor(
    async () => broadcast.parse((await read(id)).json),
    ({ state }) => state === 'sent',
  );
}

const countries = async () =>
  sendingPolicy.parse((await server.call('GET', '/api/sending-policy')).json).allowedCountries;

test('comes in one call, to an account of any country, from this Monday on by its own clock', async () => {
  expect((await example('PUT')).status).toBe(204);
  const { json } = await server.call('GET', '/api/calendars');
  expect(json).toMatchObject({ items: [{ isExample: true, appointments: 200 }] });
  const { items } = agendaPage.parse(
    (await server.call('GET', '/api/appointments?limit=200')).json,
  );
  const monday = items[0];
  expect(monday).toMatchObject({ startsAt: '2027-03-08T07:00:00.000Z', timeZone: 'Europe/Berlin' });
  // Its people can be texted, although the account is in another country.
  const asked = { ...all, content: { sms: { text: 'We are closed.' } } };
  const planned = plan.parse((await server.call('POST', '/api/plans', asked)).json);
  expect(planned.deliveries.sms).toBeGreaterThan(100);
  expect(await countries()).toEqual(['DE', 'US']);

  expect((await example('PUT')).status).toBe(204);
  const again = await server.call('GET', '/api/calendars');
  expect(again.json).toMatchObject({ items: [{ appointments: 200 }] });
});

test('goes in one call with all that was sent to it, and nothing else', async () => {
  const both = await send({ ...all.audience, people: [{ name: 'Ines', phone: '+4915123456789' }] });
  const own = await send(all.audience);
  const other = await send({ people: [{ name: 'Ines', phone: '+4915123456789' }] });
  await ended(both);
  await ended(own);
  await ended(other);
  expect((await example('DELETE')).status).toBe(204);
  expect((await read(own)).status).toBe(404);
  expect((await read(both)).status).toBe(200);
  expect((await read(other)).status).toBe(200);
  expect((await server.call('GET', '/api/calendars')).json).toEqual({ items: [] });
  expect(await countries()).toBeNull();
  const { rows } = await server.database.engine.query(
    `select (select count(*) from sandbox_message where account_id = $1) as kept,
            (select count(*) from delivery d where d.account_id = $1) as deliveries`,
    [accountId],
  );
  expect(rows[0].kept).toBe(rows[0].deliveries);
  expect((await example('DELETE')).status).toBe(404);
});

test('stays while a message to it has not ended, and whole', async () => {
  await example('PUT');
  const later = {
    ...all,
    content: { sms: { text: 'We are closed.' } },
    sendLater: { wall: '2027-03-12T09:00', zone: 'Europe/Berlin' },
  };
  const { status, json } = await server.call('POST', '/api/broadcasts', later, {
    'idempotency-key': crypto.randomUUID(),
  });
  expect(status).toBe(201);
  expect(await example('DELETE')).toMatchObject({ status: 409, json: { code: 'too_late' } });
  await server.call('POST', `/api/broadcasts/${broadcast.parse(json).id}/cancellation`);
  expect((await example('DELETE')).status).toBe(204);
});

test('is for practice only, and not for who may only look', async () => {
  const { cookie } = await memberOf(server, 'viewer');
  const asked = await server.call('PUT', '/api/example-clinic', undefined, { cookie });
  expect(asked.status).toBe(403);
  await server.database.engine.query(
    `with p as (insert into provider (account_id, kind, name) values ($1, 'smtp', 'Mail') returning id)
     update channel_provider c set provider_id = p.id from p where c.account_id = $1 and channel = 'email'`,
    [accountId],
  );
  expect(await example('PUT')).toMatchObject({ status: 409, json: { code: 'too_late' } });
});
