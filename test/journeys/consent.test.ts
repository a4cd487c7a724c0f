import { beforeAll, expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import type { ConsentPage } from '../../src/contract/consent.ts';
import type { DeliveryPage } from '../../src/contract/delivery.ts';
import type { Plan } from '../../src/contract/plan.ts';
import type { SendingPolicy } from '../../src/contract/sending-policy.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const content = { sms: { text: 'Hi' } };
const ana = { name: 'Ana Ruiz', phone: '+12125550101' };
const ben = { name: 'Ben Ode', phone: '+12125550102', email: 'ben@example.com' };
const said = { words: 'Yes, you may text me about my appointments' };

beforeAll(async () => {
  await server.signUp();
  await agree(ana.phone);
});

test('where only express consent counts, others are left out and it says so', async () => {
  const request = { audience: { people: [ana, ben] }, content };
  expect(await planOf(request)).toMatchObject({ reached: 2, exclusions: [] });
  await allow({ explicitConsent: ['sms'] });
  expect(await planOf(request)).toMatchObject({
    reached: 1,
    exclusions: [{ name: 'Ben Ode', channel: 'sms', reason: 'consent_missing' }],
  });
  const implied = { channel: 'sms', address: ben.phone, basis: 'implied' };
  expect((await server.call('POST', '/api/consents', implied)).status).toBe(201);
  expect(await planOf(request)).toMatchObject({ reached: 1 });
  await agree(ben.phone);
  expect(await planOf(request)).toMatchObject({ reached: 2, exclusions: [] });
});

test('whoever takes it back hears nothing of what was scheduled, and says why', async () => {
  await allow({ explicitConsent: ['sms'] });
  const sent = await send('taken back', { audience: { people: [ana, ben] }, undoSeconds: 30 });
  const revoked = await server.call('POST', '/api/consents/revocations', {
    channel: 'sms',
    address: '(212) 555-0102',
    words: 'Please stop texting, she said on the phone',
  });
  expect(revoked.json).toMatchObject({
    items: [{ state: 'revoked', recordedBy: 'Sam Keller' }, {}, {}],
  });
  expect(await read(sent.id)).toMatchObject({ counts: { waiting: 1, left_out: 1 } });
  server.clock.advance(31_000);
  await waitFor(
    () => read(sent.id),
    ({ counts }) => counts.delivered === 1 && counts.left_out === 1,
  );
});

test('asks again at the door: whoever has not agreed hears nothing once it is asked for', async () => {
  await allow({ explicitConsent: [] });
  const people = [ana, { name: 'Cai', phone: '+12125550103' }];
  const sent = await send('before it was asked for', { audience: { people }, undoSeconds: 30 });
  expect(sent.counts.waiting).toBe(2);
  await allow({ explicitConsent: ['sms'] });
  server.clock.advance(31_000);
  await waitFor(
    () => read(sent.id),
    ({ counts }) => counts.delivered === 1 && counts.left_out === 1,
  );
  const { items } = await deliveries(sent.id);
  expect(items.find(({ name }) => name === 'Cai')).toMatchObject({
    outcome: 'left_out',
    failure: 'consent_missing',
  });
});

test('a fallback calls nobody who has not agreed to calls', async () => {
  await allow({ explicitConsent: ['voice'] });
  const dan = { name: 'Dan', phone: '+12125550104' };
  const eve = { name: 'Eve', phone: '+12125550105' };
  await agree(eve.phone, 'voice');
  for (const { phone } of [dan, eve]) {
    const fault = { kind: 'phone', address: phone, fault: 'landline' };
    await server.call('PUT', '/api/sandbox/faults', fault);
  }
  const sent = await send('with a fallback', {
    audience: { people: [dan, eve] },
    content: { ...content, voice: { text: 'Hi' } },
    fallback: [{ from: 'sms', to: 'voice', silenceMinutes: null }],
  });
  await waitFor(
    () => read(sent.id),
    ({ counts }) => counts.delivered === 1 && counts.left_out === 1,
  );
  const { items } = await deliveries(sent.id);
  expect(items.find(({ name, channel }) => name === 'Dan' && channel === 'voice')).toMatchObject({
    exclusion: 'consent_missing',
  });
});

test('tells what an address agreed to, newest first and page by page', async () => {
  const path = `/api/consents?address=${encodeURIComponent(ben.phone)}`;
  const { json } = await server.call('GET', path);
  const all = json as ConsentPage;
  expect(all.items.map(({ state, basis }) => [state, basis])).toEqual([
    ['revoked', 'explicit'],
    ['granted', 'explicit'],
    ['granted', 'implied'],
  ]);
  expect(all.items[1]).toMatchObject({ ...said, source: 'form', detail: 'Form of 2026' });
  const first = (await server.call('GET', `${path}&limit=2`)).json as ConsentPage;
  const second = (await server.call('GET', `${path}&limit=2&cursor=${first.next}`))
    .json as ConsentPage;
  expect([...first.items, ...second.items]).toEqual(all.items);
  expect(second.next).toBeNull();
  const other = await server.call('GET', `${path}&channel=voice`);
  expect(other.json).toEqual({ items: [], next: null });
});

test('refuses evidence without words, no address, and an agreement of somebody on the list', async () => {
  const body = { channel: 'sms', address: ana.phone };
  for (const [given, path] of [
    [body, 'words'],
    [{ ...body, ...said, address: '12' }, 'address'],
    [{ ...body, ...said, channel: 'email' }, 'address'],
    [{ ...body, ...said, source: 'reply' }, 'source'],
  ] as const) {
    expect(await server.call('POST', '/api/consents', given)).toMatchObject({
      status: 422,
      json: { errors: [{ path }] },
    });
  }
  const listed = { channel: 'sms', address: ben.phone, ...said };
  expect(await server.call('POST', '/api/consents', listed)).toMatchObject({
    status: 409,
    json: { code: 'suppressed' },
  });
  const kept = await server.call('GET', `/api/consents?address=${encodeURIComponent(ben.phone)}`);
  expect((kept.json as ConsentPage).items).toHaveLength(3);
});

test('a viewer reads evidence and lists, and adds nothing', async () => {
  const { cookie } = await memberOf(server, 'viewer');
  const read = [
    '/api/consents?address=%2B12125550101',
    '/api/suppressions',
    '/api/opt-out-proposals',
  ];
  for (const path of read) {
    expect((await server.call('GET', path, undefined, { cookie })).status).toBe(200);
  }
  const address = { channel: 'sms', address: ana.phone };
  for (const [method, path, given] of [
    ['POST', '/api/consents', { ...address, ...said }],
    ['POST', '/api/consents/revocations', address],
    ['POST', '/api/suppressions', address],
    ['POST', '/api/suppression-removals', address],
    ['GET', '/api/suppressions/export', undefined],
    ['POST', '/api/sandbox/replies', { ...address, text: 'STOP' }],
    ['POST', `/api/opt-out-proposals/${crypto.randomUUID()}/decision`, { accept: true }],
  ] as const) {
    const answer = await server.call(method, path, given, { cookie });
    expect([path, answer.status]).toEqual([path, 403]);
  }
});

async function agree(address: string, channel = 'sms'): Promise<void> {
  const evidence = { source: 'form', detail: 'Form of 2026', ...said };
  const { status } = await server.call('POST', '/api/consents', { channel, address, ...evidence });
  expect(status).toBe(201);
}

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

async function send(key: string, request: object): Promise<Broadcast> {
  const body = { content, ...request };
  const made = await server.call('POST', '/api/broadcasts', body, { 'idempotency-key': key });
  expect(made.status).toBe(201);
  return broadcast.parse(made.json);
}

async function read(id: string): Promise<Broadcast> {
  return broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
}

async function deliveries(id: string): Promise<DeliveryPage> {
  return (await server.call('GET', `/api/broadcasts/${id}/deliveries`)).json as DeliveryPage;
}
