import { beforeAll, expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import type { Plan } from '../../src/contract/plan.ts';
import type { Providers } from '../../src/contract/provider.ts';
import type { SendingPolicy } from '../../src/contract/sending-policy.ts';
import { manyPeople } from '../support/many-people.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const content = { sms: { text: 'Hi' } };
const abroad = { name: 'Kay Brown', phone: '+18765550123' };
const costly = { name: 'Win Big', phone: '+19005550123' };
const home = { name: 'Ana Ruiz', phone: '+12125550101' };

beforeAll(async () => {
  await server.signUp();
});

test('leaves out numbers of other countries and those that cost extra, until they are allowed', async () => {
  const request = { audience: { people: [abroad, costly, home] }, content };
  const plan = await planOf(request);
  expect(plan).toMatchObject({ reached: 1, deliveries: { sms: 1 } });
  expect(plan.exclusions).toEqual([
    { name: 'Kay Brown', channel: 'sms', reason: 'country_not_allowed', detail: 'JM' },
    { name: 'Win Big', channel: 'sms', reason: 'premium_number', detail: '' },
  ]);
  expect(await planOf({ ...request, content: { email: { subject: 'Hi', text: 'Hi' } } })).toEqual(
    expect.objectContaining({ excluded: [{ channel: 'email', reason: 'no_address', count: 3 }] }),
  );
  await allow({ allowedCountries: ['US', 'JM'], premiumAllowed: true });
  expect(await planOf(request)).toMatchObject({ reached: 3, exclusions: [] });
});

test('asks again at the door: a country that was forbidden since hears nothing', async () => {
  await allow({ allowedCountries: ['US', 'JM'] });
  const sent = await send('scheduled for abroad', {
    audience: { people: [abroad, home] },
    undoSeconds: 30,
  });
  expect(sent.counts.waiting).toBe(2);
  await allow({ allowedCountries: null });
  server.clock.advance(31_000);
  const done = await waitFor(
    () => read(sent.id),
    ({ state, counts }) => state === 'sent' && counts.delivered === 1,
  );
  expect(done.counts).toMatchObject({ delivered: 1, left_out: 1 });
});

test('leaves out who has had as many messages today as an address may get', async () => {
  const tom = { name: 'Tom Wu', phone: '+12125550177' };
  const first = await send('the first of the day', { audience: { people: [tom] } });
  await waitFor(
    () => read(first.id),
    ({ state }) => state === 'sent',
  );
  await allow({ personDaily: 1 });
  const zoe = { name: 'Zoe Lee', phone: '+12125550178' };
  const request = { audience: { people: [tom, zoe] }, content };
  expect((await planOf(request)).exclusions).toEqual([
    { name: 'Tom Wu', channel: 'sms', reason: 'over_daily_cap', detail: '' },
  ]);
  const second = { audience: { people: [tom] } };
  expect(await post('the second', second)).toMatchObject({ json: { code: 'nobody_to_reach' } });
  await allow({ personDaily: null });
  expect((await post('the second, allowed', second)).status).toBe(201);
});

test('a send to many wants their number; nothing is written without it', async () => {
  await allow({ largeSend: 20 });
  const audience = { people: manyPeople(21) };
  const refused = await post('many unconfirmed', { audience });
  expect(refused).toMatchObject({
    status: 422,
    json: { code: 'count_not_confirmed', count: 21, errors: [{ path: 'confirmCount' }] },
  });
  expect(await post('many, wrong', { audience, confirmCount: 20 })).toMatchObject({ status: 422 });
  expect((await list()).map(({ total }) => total)).not.toContain(21);
  const sent = await send('many, right', { audience, confirmCount: 21 });
  expect(sent.total).toBe(21);
  // Repeated after somebody opted out, the same key answers with the same message.
  expect(await post('many, right', { audience, confirmCount: 21 })).toMatchObject({ status: 200 });
  expect((await post('few enough', { audience: { people: manyPeople(20) } })).status).toBe(201);
});

test('says what it costs, and what is left of the day', async () => {
  // What earlier tests sent was free.
  await waitFor(statesOfAll, (states) => states.every((state) => state === 'sent'));
  await allow({ spendingCap: 0.5, currency: 'EUR' });
  const { json } = await server.call('GET', '/api/providers');
  const [carrier] = (json as Providers).items;
  const path = `/api/providers/${carrier?.id}/prices`;
  const priced = await server.call('PUT', path, { sms: 0.04, voice: 0.1 });
  expect(priced).toMatchObject({ status: 200, json: { items: [{ prices: { sms: 0.04 } }] } });
  const request = {
    audience: { people: manyPeople(8) },
    content: { sms: { text: 'x'.repeat(161) } },
  };
  expect((await planOf(request)).cost).toEqual({ currency: 'EUR', amount: 0.64, leftToday: 0.5 });

  const sent = await send('paid for this', { audience: { people: manyPeople(5) } });
  await waitFor(
    () => read(sent.id),
    ({ state }) => state === 'sent',
  );
  const left = async () => (await planOf(request)).cost?.leftToday ?? 0;
  // Five texts at 0.04; what was leased and not used comes back.
  await waitFor(left, (rest) => Math.abs(rest - 0.3) < 1e-9);
  expect((await planOf({ ...request, content: { email: { subject: 'x', text: 'x' } } })).cost).toBe(
    null,
  );
  expect(await server.call('PUT', path, { sms: -1 })).toMatchObject({ status: 422 });
});

async function allow(change: Partial<SendingPolicy>): Promise<void> {
  const { json } = await server.call('GET', '/api/sending-policy');
  const policy = { ...(json as SendingPolicy), ...change };
  expect((await server.call('PUT', '/api/sending-policy', policy)).status).toBe(200);
}

async function planOf(request: object): Promise<Plan> {
  const { status, json } = await server.call('POST', '/api/plans', request);
  expect(status).toBe(200);
  return json as Plan;
}

function post(key: string, more: object) {
  return server.call('POST', '/api/broadcasts', { content, ...more }, { 'idempotency-key': key });
}

async function send(key: string, more: object): Promise<Broadcast> {
  const made = await post(key, more);
  expect(made.status).toBe(201);
  return broadcast.parse(made.json);
}

async function read(id: string): Promise<Broadcast> {
  return broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
}

async function list(): Promise<Broadcast[]> {
  const { json } = await server.call('GET', '/api/broadcasts');
  return (json as { items: Broadcast[] }).items;
}

async function statesOfAll(): Promise<string[]> {
  return (await list()).map(({ state }) => state);
}
