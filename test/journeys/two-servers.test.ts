import { beforeAll, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { manyPeople } from '../support/many-people.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const first = await testServer();
const second = await testServer({ beside: first });

// The link that was printed last is the one that works.
beforeAll(() => second.signUp());

test('two servers on one database send nothing twice, and hear each other', async () => {
  const made = await first.call(
    'POST',
    '/api/broadcasts',
    {
      audience: { people: manyPeople(1_000) },
      confirmCount: 1_000,
      content: {
        sms: { text: 'Hi' },
        email: { subject: 'Hi', text: 'Hi' },
        voice: { text: 'Hi' },
      },
    },
    { 'idempotency-key': 'by two servers' },
  );
  const { id, total } = broadcast.parse(made.json);
  expect(total).toBe(3_000);
  await waitFor(
    async () => broadcast.parse((await second.call('GET', `/api/broadcasts/${id}`)).json),
    ({ state, counts }) => state === 'sent' && counts.delivered === total,
    40_000,
  );
  const { rows } = await first.database.engine.query(
    `select count(*) as messages, count(distinct (channel, address)) as devices from sandbox_message`,
  );
  expect(rows).toEqual([{ messages: total, devices: total }]);
});

test('the same key at both at once is one broadcast', async () => {
  const body = { audience: { people: manyPeople(1) }, content: { sms: { text: 'Once' } } };
  const headers = { 'idempotency-key': 'at both at once' };
  const answers = await Promise.all(
    [first, second, first, second].map(({ call }) =>
      call('POST', '/api/broadcasts', body, headers),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201]);
  expect(new Set(answers.map(({ json }) => broadcast.parse(json).id)).size).toBe(1);
});

test('each command line enters its own server only', async () => {
  const headers = { authorization: `Bearer ${first.token}` };
  const answer = await second.call('GET', '/api/session', undefined, headers);
  expect(answer.status).toBe(401);
});

test('one that stops in the middle leaves the rest to the other at once', async () => {
  const body = {
    audience: { people: manyPeople(2_000) },
    confirmCount: 2_000,
    content: { sms: { text: 'Stop' } },
  };
  const headers = { 'idempotency-key': 'stopped in the middle' };
  const made = await first.call('POST', '/api/broadcasts', body, headers);
  const { id } = broadcast.parse(made.json);
  const read = async () =>
    broadcast.parse((await second.call('GET', `/api/broadcasts/${id}`)).json);
  await waitFor(read, ({ counts }) => counts.waiting < 1_900);
  await first.stop();
  expect((await read()).counts.waiting).toBeGreaterThan(0);
  await waitFor(read, ({ counts }) => counts.delivered === 2_000, 20_000);
  const { rows } = await second.database.engine.query(
    `select count(*) as messages, count(distinct address) as devices from sandbox_message
      where content ->> 'text' = 'Stop'`,
  );
  expect(rows).toEqual([{ messages: 2_000, devices: 2_000 }]);
});
