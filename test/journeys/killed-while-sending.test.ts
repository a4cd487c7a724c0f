import { expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { callerOf } from '../support/call.ts';
import { type ServingProcess, serveHeadsup, temporaryFolder } from '../support/headsup-process.ts';
import { manyPeople } from '../support/many-people.ts';
import { serverOf } from '../support/server-of.ts';
import { signUp } from '../support/sign-up.ts';
import { tablesOf } from '../support/tables-of.ts';
import { waitFor } from '../support/wait-for.ts';

const PEOPLE = 2_000;
const KILLS = 5;

test('killed five times in the middle of 2,000 deliveries, everybody gets exactly one', async () => {
  const folder = await temporaryFolder();
  let server = await serveHeadsup(folder);
  const { token } = await serverOf(folder);
  const call = callerOf(server.url, token);
  await signUp(call, `${server.url}/setup?token=${server.setupToken}`);
  const request = {
    audience: { people: manyPeople(PEOPLE) },
    confirmCount: PEOPLE,
    content: { sms: { text: 'Hi {{ participant.first_name }}, we are closed today.' } },
  };
  const headers = { 'idempotency-key': 'closed today' };
  const made = await call('POST', '/api/broadcasts', request, headers);
  expect(made.status).toBe(201);
  const { id } = broadcast.parse(made.json);

  for (let kill = 1; kill <= KILLS; kill += 1) {
    const before = await taken(folder);
    const random = Math.floor(Math.random() * 100);
    await waitFor(
      () => taken(folder),
      (now) => now > before + random,
      40_000,
    );
    server.kill('SIGKILL');
    await server.ended;
    expect(await taken(folder)).toBeLessThan(PEOPLE);
    server = await serveHeadsup(folder);
  }
  const { total } = await broadcastOf(folder, server, id);
  expect(total).toBe(PEOPLE);

  const last = await waitFor(
    () => broadcastOf(folder, server, id),
    ({ counts }) => counts.delivered === PEOPLE,
    90_000,
  );
  expect(last).toMatchObject({ state: 'sent', counts: { waiting: 0, sending: 0, not_sure: 0 } });
  const [got] = await tablesOf(
    folder,
    `select count(*)::int as messages, count(distinct address)::int as people from sandbox_message`,
  );
  expect(got).toEqual({ messages: PEOPLE, people: PEOPLE });
}, 240_000);

async function taken(folder: string): Promise<number> {
  const [row] = await tablesOf<{ n: number }>(
    folder,
    'select count(*)::int as n from sandbox_message',
  );
  return row?.n ?? 0;
}

async function broadcastOf(folder: string, server: ServingProcess, id: string): Promise<Broadcast> {
  const { token } = await serverOf(folder);
  const { json } = await callerOf(server.url, token)('GET', `/api/broadcasts/${id}`);
  return broadcast.parse(json);
}
