import { expect, test } from 'vitest';
import { appointment } from '../../src/contract/appointment.ts';
import { broadcast } from '../../src/contract/broadcast.ts';
import { memberOf } from '../support/member-of.ts';
import { endQuietHours } from '../support/sign-up.ts';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const { call } = server;
await server.signUp();
await endQuietHours(call);
server.clock.moveTo(new Date('2027-03-05T15:00Z'));

const place = (country: string, timeZone: string, headers = {}) =>
  call('PUT', '/api/account/place', { country, timeZone }, headers);

async function schedule(phone: string) {
  const answer = await call(
    'POST',
    '/api/broadcasts',
    {
      audience: { people: [{ name: 'Ana', phone }] },
      content: { sms: { text: 'Hi' } },
      sendLater: { wall: '2027-03-06T09:00', zone: 'America/New_York' },
    },
    { 'idempotency-key': crypto.randomUUID() },
  );
  expect(answer).toMatchObject({ status: 201 });
  return broadcast.parse(answer.json);
}

async function stateOf(id: string) {
  return broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json);
}

test('another time zone moves the days of the agenda, and no moment', async () => {
  // 20:00 in New York is the next morning in Tokyo.
  const times = { start: '2027-03-08T20:00', end: '2027-03-08T20:30' };
  const made = await typeIn(call, { times });
  const scheduled = await schedule('+12125550101');
  expect(await place('US', 'Asia/Tokyo')).toMatchObject({
    status: 200,
    json: { country: 'US', timeZone: 'Asia/Tokyo' },
  });
  const found = appointment.parse((await call('GET', `/api/appointments/${made.id}`)).json);
  expect(found).toMatchObject({ day: '2027-03-09', startsAt: made.startsAt });
  expect(await stateOf(scheduled.id)).toMatchObject({
    state: 'scheduled',
    sendAt: '2027-03-06T14:00:00.000Z',
  });
  expect((await call('GET', '/api/account/place')).json).toEqual({
    country: 'US',
    timeZone: 'Asia/Tokyo',
  });
});

test('where the country alone may be reached, it is the new one, also for what is scheduled', async () => {
  await place('US', 'America/New_York');
  const { id } = await schedule('+12125550102');
  expect((await place('DE', 'Europe/Berlin')).status).toBe(200);
  server.clock.moveTo(new Date('2027-03-06T14:00:30Z'));
  const { counts } = await waitFor(
    () => stateOf(id),
    ({ state }) => state === 'sent',
  );
  expect(counts).toMatchObject({ left_out: 1, delivered: 0, with_carrier: 0 });
});

test('only an owner changes it, to a place that there is', async () => {
  for (const role of ['viewer', 'member'] as const) {
    const { cookie } = await memberOf(server, role);
    expect(await place('US', 'America/New_York', { cookie })).toMatchObject({
      status: 403,
      json: { code: 'not_allowed' },
    });
    const read = await call('GET', '/api/account/place', undefined, { cookie });
    expect(read.status).toBe(200);
  }
  for (const [country, zone] of [
    ['Germany', 'Europe/Berlin'],
    ['DE', 'Europe/Nowhere'],
  ] as const) {
    expect(await place(country, zone)).toMatchObject({
      status: 422,
      json: { code: 'invalid_input' },
    });
  }
});

test('the countries with their zones are there for everybody', async () => {
  const { status, json } = await call('GET', '/api/countries', undefined, { cookie: '' });
  expect(status).toBe(200);
  expect(json).toMatchObject({
    items: expect.arrayContaining([{ country: 'DE', timeZones: expect.any(Array) }]),
  });
});
