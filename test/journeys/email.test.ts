import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { deliveryPage, deliveryStory } from '../../src/contract/delivery.ts';
import { type Provider, provider } from '../../src/contract/provider.ts';
import { reply, startMailServer } from '../support/mail-server.ts';
import { manyPeople } from '../support/many-people.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const busyOnce = new Set(['person7@example.com', 'person8@example.com']);
const mail = await startMailServer({
  rcpt: (address) => {
    if (address === 'person3@example.com') return reply(550, '5.1.1 No such mailbox here');
    return busyOnce.delete(address) ? reply(451, '4.3.2 Come back later') : null;
  },
});
afterAll(() => mail.close());
let added: Provider;

beforeAll(async () => {
  await server.signUp();
  const smtp = {
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    user: '',
    password: '',
    fromAddress: 'desk@example.com',
    fromName: 'Hill Street Clinic',
  };
  const made = await server.call('POST', '/api/providers', { kind: 'smtp', name: 'Ours', smtp });
  expect(made.status).toBe(201);
  added = provider.parse(made.json);
});

test('a mail server carries nothing until it is chosen, and its Test button sends one', async () => {
  expect(added).toMatchObject({ carries: [], smtp: { host: '127.0.0.1' } });
  expect(JSON.stringify(added)).not.toContain('password');
  const tried = await server.call('POST', `/api/providers/${added.id}/test`, {
    address: 'me@example.com',
  });
  expect(tried).toMatchObject({ status: 200, json: { outcome: 'accepted' } });
  expect(mail.mails.splice(0).map(({ to }) => to)).toEqual(['me@example.com']);
  const refused = await server.call('PUT', '/api/channels/sms', { providerId: added.id });
  expect(refused).toMatchObject({ status: 422, json: { code: 'invalid_input' } });
});

test('a broadcast by email: everybody one mail, and what the server refused is told', async () => {
  const chosen = await server.call('PUT', '/api/channels/email', { providerId: added.id });
  expect(chosen.status).toBe(200);
  const session = await server.call('GET', '/api/session');
  expect(session.json).toMatchObject({ practiceChannels: ['sms', 'voice'] });

  const text =
    'Dear {{ participant.first_name }},\n\nwe are closed today: "no" <visits> & no calls.';
  const made = await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: { people: manyPeople(40) },
      content: { email: { subject: 'Closed today – {{ account.name }}', text } },
    },
    { 'idempotency-key': 'closed by mail' },
  );
  expect(made.status).toBe(201);
  const { id } = broadcast.parse(made.json);
  await waitFor(
    () => read(id),
    ({ counts }) => counts.with_carrier === 37 && counts.not_delivered === 1,
  );
  // Two were told to come back; they do, once the wait that grows with each try is over.
  server.clock.advance(3_600_000);
  const done = await waitFor(
    () => read(id),
    ({ state }) => state === 'sent',
  );
  expect(done.counts).toMatchObject({
    with_carrier: 39,
    not_delivered: 1,
    waiting: 0,
    not_sure: 0,
  });

  const expected = manyPeople(40).map(({ email }) => email);
  const got = mail.mails.map(({ to }) => to);
  expect(got.toSorted()).toEqual(expected.filter((e) => e !== 'person3@example.com').toSorted());
  const [first] = mail.mails.filter(({ to }) => to === 'person1@example.com');
  expect(first?.parsed.subject).toBe('Closed today – Hill Street Clinic');
  expect(first?.parsed.text?.trim()).toBe(text.replace('{{ participant.first_name }}', 'Person'));
  expect(first?.parsed.from?.text).toBe('"Hill Street Clinic" <desk@example.com>');

  const refused = await storyOf(id, 'not_delivered');
  expect(refused).toMatchObject({
    address: 'person3@example.com',
    failure: 'invalid_address',
    attempts: [{ state: 'rejected', provider: 'Ours', answer: expect.stringMatching(/No such/) }],
  });
  const retried = await storyOf(id, 'with_carrier', 'person7@example.com');
  expect(retried.attempts.map(({ state }) => state)).toEqual(['rejected', 'accepted']);
  expect(retried.attempts[0]?.answer).toMatch(/Come back later/);
});

test('a provider that has sent messages stays, for their story names it', async () => {
  const answer = await server.call('DELETE', `/api/providers/${added.id}`);
  expect(answer).toMatchObject({ status: 409, json: { code: 'too_late' } });
});

async function read(id: string): Promise<Broadcast> {
  return broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
}

async function storyOf(id: string, outcome: string, text = '') {
  const query = new URLSearchParams({ outcome, ...(text ? { text } : {}) });
  const list = await server.call('GET', `/api/broadcasts/${id}/deliveries?${query}`);
  const [row] = deliveryPage.parse(list.json).items;
  return deliveryStory.parse((await server.call('GET', `/api/deliveries/${row?.id}`)).json);
}
