import { beforeAll, expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { deliveryPage } from '../../src/contract/delivery.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const DAY = 86_400_000;
const ANA = '+12125550101';

beforeAll(async () => {
  server.clock.moveTo(new Date('2027-03-01T10:00Z'));
  await server.signUp();
});

test('whom a fallback alone can reach gets it at its time, though its lane was looked at days before', async () => {
  const one = await schedule('Looked at', 2);
  await server.call('POST', `/api/broadcasts/${one.id}/pause`);
  await server.call('DELETE', `/api/broadcasts/${one.id}/pause`);
  await waitFor(
    () => read(one.id),
    ({ counts }) => counts.waiting === 2,
  );
  server.clock.advance(2 * DAY + 60_000);
  await waitFor(
    () => read(one.id),
    ({ state }) => state === 'sent',
  );
  expect(await heard('Looked at')).toEqual(['+12125550101', 'looked-at@example.com']);
});

test('taken back for the only one with a number, it still goes to whom a fallback reaches', async () => {
  const one = await schedule('The rest', 1);
  const page = await server.call('GET', `/api/broadcasts/${one.id}/deliveries`);
  const waiting = deliveryPage.parse(page.json).items.find(({ address }) => address === ANA);
  await server.call('POST', `/api/deliveries/${waiting?.id}/cancellation`);
  expect(await read(one.id)).toMatchObject({ state: 'scheduled' });
  server.clock.advance(DAY + 60_000);
  await waitFor(
    () => read(one.id),
    ({ state, counts }) => state === 'sent' && counts.waiting === 0,
  );
  expect(await heard('The rest')).toEqual(['the-rest@example.com']);
});

async function schedule(text: string, days: number): Promise<Broadcast> {
  const wall = new Date(server.clock.now().getTime() + days * DAY).toISOString().slice(0, 16);
  const email = `${text.toLowerCase().replace(' ', '-')}@example.com`;
  const made = await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: { people: [{ phone: ANA }, { email }] },
      content: { sms: { text }, email: { subject: text, text } },
      fallback: [{ from: 'sms', to: 'email', silenceMinutes: null }],
      sendLater: { wall, zone: 'Etc/UTC' },
    },
    { 'idempotency-key': crypto.randomUUID() },
  );
  expect(made.status).toBe(201);
  return broadcast.parse(made.json);
}

async function read(id: string): Promise<Broadcast> {
  return broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
}

async function heard(text: string): Promise<string[]> {
  const { rows } = await server.database.engine.query<{ address: string }>(
    `select address from sandbox_message where content ->> 'text' like $1 order by address`,
    [`${text}%`],
  );
  return rows.map(({ address }) => address);
}
