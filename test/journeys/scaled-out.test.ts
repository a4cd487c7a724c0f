import { afterAll, expect, test } from 'vitest';
import { addPeople } from '../../bench/people.ts';
import { readAccount } from '../../src/account/account.ts';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { administer } from '../support/break-connections.ts';
import { type Call, callerOf } from '../support/call.ts';
import {
  type HeadsupProcess,
  type ServingProcess,
  serveHeadsup,
  startHeadsup,
  temporaryFolder,
} from '../support/headsup-process.ts';
import { manyPeople } from '../support/many-people.ts';
import { ownPostgres } from '../support/own-postgres.ts';
import { serverOf } from '../support/server-of.ts';
import { signUp } from '../support/sign-up.ts';
import { waitFor } from '../support/wait-for.ts';

const PEOPLE = 2_000;
const AUDIENCE = 30_000;

const postgres = await ownPostgres();
const environment = { DATABASE_URL: postgres.databaseUrl };
const database = openDatabase({ connectionString: postgres.databaseUrl });
afterAll(() => database.close());

test('an api, two workers and a scheduler: whatever goes, nothing is lost or doubled', async () => {
  const folder = await temporaryFolder();
  const worker = () => startHeadsup(folder, ['worker'], environment);
  const scheduler = () => startHeadsup(folder, ['serve', '--roles', 'scheduler'], environment);
  const serve = () => serveHeadsup(folder, environment, ['--roles', 'api']);
  let api = await serve();
  let call = await callOf(folder, api);
  const { accountId } = await signUp(call, `${api.url}/setup?token=${api.setupToken}`);
  const workers = [worker(), worker()];
  const schedulers = [scheduler()];

  // Each of them is killed in the middle of the same 2,000 deliveries, and another comes in its place.
  const { id } = await send(call, 'Killed in turn');
  for (const [place, after] of [100, 500].entries()) {
    await waitFor(taken, (n) => n > after);
    workers[place]?.kill('SIGKILL');
    workers.push(worker());
    if (place === 0) await replace(schedulers, scheduler);
  }
  expect(await taken()).toBeLessThan(PEOPLE);
  api.kill('SIGKILL');
  await api.ended;
  api = await serve();
  call = await callOf(folder, api);
  const sent = await waitFor(
    () => read(call, id),
    ({ counts }) => counts.delivered === PEOPLE,
    60_000,
  );
  expect(sent).toMatchObject({ state: 'sent', counts: { not_sure: 0 } });
  expect(await messages('Killed in turn')).toEqual({ messages: PEOPLE, people: PEOPLE });

  // Nobody hears a signal: workers look by themselves.
  await administer(
    database,
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'headsup_signals'`,
  );
  const unheard = await send(call, 'Not signalled', 20);
  await waitFor(
    () => read(call, unheard.id),
    ({ counts }) => counts.delivered === 20,
    10_000,
  );

  // The database goes for a while in the middle, and nobody has to start anything again.
  const { id: third } = await send(call, 'Without a database');
  await waitFor(
    () => messages('Without a database'),
    (got) => got.messages > 100,
  );
  await postgres.stop();
  const away = await call(
    'POST',
    '/api/broadcasts',
    bodyOf('Asked meanwhile', 3),
    keyOf('Asked meanwhile'),
  );
  expect(away).toMatchObject({ status: 503, json: { code: 'database_away' } });
  expect((await call('GET', '/api/health')).json).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/PostgreSQL does not answer/),
  });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await postgres.start();
  await waitFor(
    () => call('POST', '/api/broadcasts', bodyOf('Asked meanwhile', 3), keyOf('Asked meanwhile')),
    ({ status }) => status === 201 || status === 200,
  );
  await waitFor(
    () => read(call, third),
    ({ counts }) => counts.delivered === PEOPLE,
    60_000,
  );
  expect(await messages('Without a database')).toEqual({ messages: PEOPLE, people: PEOPLE });
  await waitFor(
    () => messages('Asked meanwhile'),
    (got) => got.messages === 3,
  );

  // The api dies while it writes the recipients of a large audience; the scheduler goes on with them.
  await addPeople({ database, account: await readAccount(database.engine, accountId) }, AUDIENCE);
  const large = {
    audience: { appointments: { filter: {}, excludeIds: [] } },
    content: { sms: { text: 'A large audience' } },
    sendLater: { wall: '2036-12-01T09:00', zone: 'America/New_York' },
    confirmCount: AUDIENCE,
  };
  const cutOff = call('POST', '/api/broadcasts', large, keyOf('a large audience')).catch(
    () => null,
  );
  const isTaking = `select from broadcast where state = 'taking'`;
  await waitFor(
    () => database.engine.query(isTaking),
    ({ rowCount }) => rowCount === 1,
  );
  api.kill('SIGKILL');
  await api.ended;
  expect(await cutOff).toBeNull();
  expect((await database.engine.query(isTaking)).rowCount).toBe(1);
  await waitFor(
    () => database.engine.query(isTaking),
    ({ rowCount }) => rowCount === 0,
    60_000,
  );
  const { rows } = await database.engine.query(
    `select count(*) as deliveries, count(distinct address) as people
       from delivery d join broadcast b on b.id = d.broadcast_id
      where b.content -> 'sms' ->> 'text' = 'A large audience'`,
  );
  expect(rows).toEqual([{ deliveries: AUDIENCE, people: AUDIENCE }]);

  for (const one of [...workers.slice(2), ...schedulers]) {
    one.kill('SIGTERM');
    expect(await one.ended).toMatchObject({ code: 0 });
  }
}, 240_000);

async function replace(all: HeadsupProcess[], another: () => HeadsupProcess): Promise<void> {
  const last = all.pop();
  last?.kill('SIGKILL');
  await last?.ended;
  all.push(another());
}

async function callOf(folder: string, api: ServingProcess): Promise<Call> {
  return callerOf(api.url, (await serverOf(folder)).token);
}

const keyOf = (key: string) => ({ 'idempotency-key': key });

const bodyOf = (text: string, count: number) => ({
  audience: { people: manyPeople(count) },
  content: { sms: { text } },
  confirmCount: count,
});

async function send(call: Call, text: string, count = PEOPLE): Promise<Broadcast> {
  const made = await call('POST', '/api/broadcasts', bodyOf(text, count), keyOf(text));
  expect(made.status).toBe(201);
  return broadcast.parse(made.json);
}

async function read(call: Call, id: string): Promise<Broadcast> {
  const answer = await call('GET', `/api/broadcasts/${id}`);
  return broadcast.parse(answer.json);
}

async function taken(): Promise<number> {
  const { rows } = await database.engine.query<{ n: number }>(
    'select count(*) as n from sandbox_message',
  );
  return rows[0]?.n ?? 0;
}

/** What the pretend phones got of a text, and how many of them did. */
async function messages(text: string): Promise<{ messages: number; people: number }> {
  const { rows } = await database.engine.query<{ messages: number; people: number }>(
    `select count(*) as messages, count(distinct address) as people
       from sandbox_message where content ->> 'text' = $1`,
    [text],
  );
  return rows[0] ?? { messages: 0, people: 0 };
}
