import { beforeAll, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { type Plan, plan } from '../../src/contract/plan.ts';
import { sendingPolicy } from '../../src/contract/sending-policy.ts';
import { manyPeople } from '../support/many-people.ts';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';

const server = await testServer();
const { call } = server;
const ana = { name: 'Ana Ruiz', phone: '+12125550123', email: 'ana@example.com' };
const tom = { name: 'Tom Ferrari', phone: '+12125550177' };
const everybody = { appointments: { filter: {}, excludeIds: [] }, people: [] };

beforeAll(async () => {
  await server.signUp();
  // Sunday, 7 March 2027, ten in the morning in New York.
  server.clock.moveTo(new Date('2027-03-07T15:00Z'));
  await typeIn(call, { people: [ana] });
  await typeIn(call, { people: [{ name: 'Kay Brown', phone: '+12125550124' }] });
  const onTuesday = { start: '2027-03-09T00:15', end: '2027-03-09T01:00' };
  await typeIn(call, { times: onTuesday, people: [tom] });
});

async function ask(text: string, more: object = {}): Promise<Plan['warnings']> {
  const body = { audience: everybody, content: { sms: { text } }, ...more };
  const { status, json } = await call('POST', '/api/plans', body);
  expect([status, json]).toMatchObject([200, {}]);
  return plan.parse(json).warnings;
}

/** Whom a text tells of a day that is not the one of their appointment. */
async function wrongDay(text: string, more: object = {}) {
  return (await ask(text, more)).wrongDay;
}

test('says how many are told of another day than that of their appointment', async () => {
  expect(await wrongDay('Closed tomorrow, sorry.')).toEqual({
    words: ['tomorrow'],
    people: 1,
    of: 3,
  });
  expect(await wrongDay('Heute geschlossen')).toEqual({ words: ['Heute'], people: 3, of: 3 });
  expect(await wrongDay('Cerramos el martes')).toMatchObject({ people: 2, of: 3 });
  expect(await wrongDay('Fermé demain et mardi')).toBe(null);
  expect(await wrongDay('We are closed.')).toBe(null);
  expect(await wrongDay('{{ event.title }} tomorrow')).toMatchObject({ people: 1, of: 3 });
});

test('means the day on which it goes out', async () => {
  const later = (wall: string, zone = 'America/New_York') => ({ sendLater: { wall, zone } });
  expect(await wrongDay('Closed tomorrow', later('2027-03-08T12:00'))).toMatchObject({ people: 2 });
  expect(await wrongDay('Closed today', later('2027-03-08T07:00', 'recipient'))).toMatchObject({
    people: 1,
  });
  // A week on, "Tuesday" is another one.
  expect(await wrongDay('Closed on Tuesday', later('2027-03-10T12:00'))).toMatchObject({
    people: 3,
  });
  // Held back until Monday at eight, "today" is right for Monday.
  await quietHours({ from: '21:00', until: '08:00', channels: ['sms'] });
  expect(await wrongDay('Closed today', later('2027-03-07T22:00'))).toMatchObject({ people: 1 });
  const anyway = { ...later('2027-03-07T22:00'), ignoreQuietHours: true };
  expect(await wrongDay('Closed today', anyway)).toMatchObject({ people: 3 });
  await quietHours(null);
});

test('is about those who have an appointment and are reached', async () => {
  const people = [{ name: 'Max Silent', phone: '+12125550188' }];
  expect(await wrongDay('Closed today', { audience: { people } })).toBe(null);
  const both = { audience: { ...everybody, people } };
  expect(await wrongDay('Closed today', both)).toMatchObject({ people: 3, of: 3 });
  const email = { content: { email: { subject: 'Closed today', text: 'Sorry' } } };
  expect(await wrongDay('', email)).toEqual({ words: ['today'], people: 1, of: 1 });
});

test('says that it is night where it goes, unless quiet hours hold it back', async () => {
  const night = { sendLater: { wall: '2027-03-08T02:30', zone: 'America/New_York' } };
  const audience = { people: [ana, { name: 'Liv', phone: '+447400123456' }] };
  const oddHour = async (more: object) => (await ask('Hi', { audience, ...more })).oddHour;
  await quietHours(null, ['US', 'GB']);
  expect(await oddHour(night)).toEqual({ count: 2, of: 2, time: '02:30' });
  const evening = { sendLater: { wall: '2027-03-08T17:30', zone: 'America/New_York' } };
  expect(await oddHour(evening)).toEqual({ count: 1, of: 2, time: '22:30' });
  expect(await oddHour({})).toBe(null);
  const email = { content: { email: { subject: 'Hi', text: 'Hi' } } };
  expect(await oddHour({ ...night, ...email })).toBe(null);
  await quietHours({ from: '21:00', until: '08:00', channels: ['sms'] });
  expect(await oddHour(night)).toBe(null);
  expect(await oddHour({ ...night, ignoreQuietHours: true })).toMatchObject({ count: 2 });
  // Quiet hours that end at six let it go at six.
  await quietHours({ from: '21:00', until: '06:00', channels: ['sms'] });
  expect(await oddHour(night)).toMatchObject({ time: '06:00' });
  await quietHours(null);
});

test('the first message to many is the first once', async () => {
  const many = { audience: { people: manyPeople(26) } };
  const few = { audience: { people: manyPeople(25) } };
  await send(few);
  expect(await ask('Hi', few)).toMatchObject({ firstToMany: false });
  expect(await ask('Hi', many)).toMatchObject({ firstToMany: true });
  await send(many);
  expect(await ask('Hi', many)).toMatchObject({ firstToMany: false });
});

async function send(audience: object): Promise<void> {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const body = { ...audience, content: { sms: { text: 'Hi' } } };
  const { status, json } = await call('POST', '/api/broadcasts', body, key);
  expect(status).toBe(201);
  broadcast.parse(json);
}

async function quietHours(hours: object | null, allowedCountries: string[] | null = null) {
  const { json } = await call('GET', '/api/sending-policy');
  const countries = allowedCountries ?? sendingPolicy.parse(json).allowedCountries;
  const policy = { ...sendingPolicy.parse(json), quietHours: hours, allowedCountries: countries };
  expect((await call('PUT', '/api/sending-policy', policy)).status).toBe(200);
}
