import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Broadcast } from '../../src/contract/broadcast.ts';
import { type Provider, type Providers, provider } from '../../src/contract/provider.ts';
import { startMailServer } from '../support/mail-server.ts';
import { manyPeople } from '../support/many-people.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const mail = await startMailServer(
  {},
  {
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, callback) =>
      password === 'right'
        ? callback(null, { user: 'desk' })
        : callback(Object.assign(new Error('5.7.8 Bad credentials'), { responseCode: 535 })),
  },
);
const smtp = {
  host: '127.0.0.1',
  port: mail.port,
  security: 'none',
  user: 'desk',
  fromAddress: 'desk@example.com',
};
const mails = manyPeople(30).map(({ name }, n) => ({ name, email: `person${n}@example.com` }));
let ours: Provider;

beforeAll(async () => {
  await server.signUp();
  const wrong = { kind: 'smtp', name: 'Ours', smtp: { ...smtp, password: 'wrong' } };
  ours = provider.parse((await server.call('POST', '/api/providers', wrong)).json);
});
afterAll(() => mail.close());

test('a broadcast goes as fast as a person says, also while it runs', async () => {
  const content = { sms: { text: 'Closed' } };
  const { id } = await send('slowly', manyPeople(30), content, { undoSeconds: 2 });
  expect(await speed(id, { perMinute: 30 })).toMatchObject({
    status: 200,
    json: { perMinute: 30 },
  });
  const slow = await waitFor(
    () => read(id),
    ({ waitsFor }) => waitsFor === 'rate',
  );
  expect(slow).toMatchObject({ perMinute: 30, state: 'sending' });
  expect(slow.counts.waiting).toBeGreaterThan(10);
  expect(await speed(id, { perMinute: 0 })).toMatchObject({ status: 422 });
  expect(await speed(id, { perMinute: null })).toMatchObject({ json: { perMinute: null } });
  const done = await waitFor(
    () => read(id),
    ({ state }) => state === 'sent',
  );
  expect(done.waitsFor).toBeNull();
  expect(await speed(id, { perMinute: 60 })).toMatchObject({ json: { code: 'too_late' } });
});

test('a wrong password makes messages wait, and the right one lets them go', async () => {
  await server.call('PUT', '/api/channels/email', { providerId: ours.id });
  const { id } = await send('by mail', mails, { email: { subject: 'Closed', text: 'Today' } });
  await waitFor(
    () => read(id),
    ({ waitsFor }) => waitsFor === 'circuit',
  );
  const [circuit] = (await one()).circuits;
  expect(circuit).toMatchObject({ channel: 'email', reason: 'provider_misconfigured' });
  expect(circuit?.answer).toContain('Bad credentials');
  expect(await read(id)).toMatchObject({ counts: { not_delivered: 0, waiting: 30 } });

  const change = { name: 'Ours', smtp: { ...smtp, password: 'right' } };
  const elsewhere = { name: 'Ours', smtp: { ...smtp, host: 'localhost' } };
  expect(await server.call('PUT', `/api/providers/${ours.id}`, elsewhere)).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'smtp.password' }] },
  });
  const changed = await server.call('PUT', `/api/providers/${ours.id}`, change);
  expect(changed.status).toBe(200);
  expect(JSON.stringify(changed.json)).not.toContain('right');
  await waitFor(
    () => read(id),
    ({ state }) => state === 'sent',
  );
  expect(mail.mails.splice(0)).toHaveLength(30);
  expect((await one()).circuits).toEqual([]);
  // The same server and user: the password stays.
  const renamed = { name: 'The desk', smtp };
  expect((await server.call('PUT', `/api/providers/${ours.id}`, renamed)).status).toBe(200);
  const tried = { address: 'me@example.com' };
  const said = await server.call('POST', `/api/providers/${ours.id}/test`, tried);
  expect(said).toMatchObject({ json: { outcome: 'accepted' } });
});

test('limits are set by the owner, and nobody else’s provider is known here', async () => {
  const path = `/api/providers/${ours.id}/limits`;
  const limits = { perMinute: 600, senderPerMinute: null };
  expect((await server.call('PUT', path, limits)).status).toBe(200);
  expect((await one()).limits).toEqual(limits);
  expect((await server.call('PUT', path, { ...limits, perMinute: -1 })).status).toBe(422);
  const nobody = `/api/providers/${crypto.randomUUID()}`;
  expect((await server.call('PUT', `${nobody}/limits`, limits)).status).toBe(404);
  expect((await server.call('PUT', nobody, { name: 'x', smtp })).status).toBe(404);
});

test('another provider stands in while the first is away', async () => {
  const practice = (await all()).find(({ kind }) => kind === 'sandbox');
  const order = { providerIds: [ours.id, practice?.id] };
  expect((await server.call('PUT', '/api/channels/email/providers', order)).status).toBe(200);
  expect(await one()).toMatchObject({ carries: ['email'], standsIn: [] });
  expect((await all()).find(({ kind }) => kind === 'sandbox')).toMatchObject({
    standsIn: [{ channel: 'email', place: 1 }],
  });
  const both = { providerIds: [ours.id, ours.id] };
  expect((await server.call('PUT', '/api/channels/email/providers', both)).status).toBe(422);
  const cannot = await server.call('PUT', '/api/channels/sms/providers', order);
  expect(cannot).toMatchObject({ status: 422, json: { code: 'invalid_input' } });

  await mail.close();
  const { id } = await send('stood in', mails, { email: { subject: 'Open', text: 'Again' } });
  const done = await waitFor(
    () => read(id),
    ({ state }) => state === 'sent',
  );
  expect(done.counts).toMatchObject({ not_delivered: 0, not_sure: 0 });
  expect((await one()).circuits).toMatchObject([{ reason: 'provider_down' }]);
});

async function send(
  key: string,
  people: object[],
  content: object,
  more: object = {},
): Promise<Broadcast> {
  const request = { audience: { people }, content, ...more };
  const answer = await server.call('POST', '/api/broadcasts', request, {
    'idempotency-key': `${key} key`,
  });
  expect(answer.status).toBe(201);
  return answer.json as Broadcast;
}

async function read(id: string): Promise<Broadcast> {
  return (await server.call('GET', `/api/broadcasts/${id}`)).json as Broadcast;
}

function speed(id: string, body: object) {
  return server.call('PUT', `/api/broadcasts/${id}/speed`, body);
}

async function all(): Promise<Provider[]> {
  return ((await server.call('GET', '/api/providers')).json as Providers).items;
}

async function one(): Promise<Provider> {
  const found = (await all()).find(({ id }) => id === ours.id);
  if (!found) throw new Error('the mail server is there');
  return found;
}
