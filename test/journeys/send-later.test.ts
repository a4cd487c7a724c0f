import { beforeAll, expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { manyPeople } from '../support/many-people.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const NINE = { wall: '2027-03-15T09:00', zone: 'America/New_York' };

beforeAll(async () => {
  server.clock.moveTo(new Date('2027-03-12T15:00Z'));
  await server.signUp();
});

test('nothing goes before its time, across a change of the clocks; everything at it', async () => {
  const made = await send('sent at nine', { sendLater: NINE });
  // Standard time when it was asked for, daylight saving time when it goes.
  expect(made).toMatchObject({
    state: 'scheduled',
    sendAt: '2027-03-15T13:00:00.000Z',
    sendLater: NINE,
    counts: { waiting: 5 },
  });
  server.clock.moveTo(new Date('2027-03-15T12:59:30Z'));
  await server.call('POST', `/api/broadcasts/${made.id}/pause`);
  await server.call('DELETE', `/api/broadcasts/${made.id}/pause`);
  await looksTwice();
  expect(await messages()).toBe(0);

  server.clock.moveTo(new Date('2027-03-15T13:00:01Z'));
  await waitFor(
    () => read(made.id),
    ({ state, counts }) => state === 'sent' && counts.delivered === 5,
  );
  expect(await messages()).toBe(5);
});

test('what was taken back in its undo time never goes', async () => {
  const made = await send('taken back', { undoSeconds: 10 });
  expect(made).toMatchObject({ counts: { waiting: 5 }, undoUntil: expect.any(String) });
  const taken = await server.call('POST', `/api/broadcasts/${made.id}/cancellation`);
  expect(taken.status).toBe(200);
  server.clock.advance(60_000);
  const done = await waitFor(
    () => read(made.id),
    ({ counts }) => counts.taken_back === 5,
  );
  expect(done.state).toBe('canceled');
  await looksTwice();
  expect(await messages()).toBe(5);
  const again = await server.call('POST', `/api/broadcasts/${made.id}/cancellation`);
  expect(again).toMatchObject({ status: 409, json: { code: 'too_late' } });
});

async function send(key: string, more: object): Promise<Broadcast> {
  const body = { audience: { people: manyPeople(5) }, content: { sms: { text: 'Hi' } }, ...more };
  const made = await server.call('POST', '/api/broadcasts', body, { 'idempotency-key': key });
  expect(made.status).toBe(201);
  return broadcast.parse(made.json);
}

/** A message that is due goes through in this time: the workers have looked again. */
async function looksTwice(): Promise<void> {
  const { database } = server;
  for (let round = 0; round < 2; round += 1) {
    const body = {
      audience: { people: [{ email: 'probe@example.com' }] },
      content: { email: { subject: 'x', text: 'x' } },
    };
    const made = await server.call('POST', '/api/broadcasts', body, {
      'idempotency-key': crypto.randomUUID(),
    });
    const { id } = broadcast.parse(made.json);
    await waitFor(
      () => read(id),
      ({ counts }) => counts.delivered === 1,
    );
  }
  await database.engine.query(`delete from sandbox_message where address = 'probe@example.com'`);
}

async function read(id: string): Promise<Broadcast> {
  return broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
}

async function messages(): Promise<number> {
  const { rows } = await server.database.engine.query<{ n: number }>(
    'select count(*) as n from sandbox_message',
  );
  return rows[0]?.n ?? 0;
}
