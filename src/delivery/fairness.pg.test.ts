import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import type { Account } from '../account/account.ts';
import { MovableClock } from '../platform/clock.ts';
import { cancelBroadcast, setPaused } from '../schedule/take-back.ts';
import { readBroadcast } from '../status/read-broadcasts.ts';

const database = await testDatabase();
const clock = new MovableClock();
const engines: TestEngine[] = [];
const content = { sms: { text: 'Hello' } };
const everybody = {
  audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
  content,
};

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

async function accountWith(count: number): Promise<Account> {
  const account = await testAccount(database);
  await addAppointments(database, account, people(count));
  // They hear of more here in an hour than an alarm would allow.
  await database.engine.query(
    'update sending_policy set person_hourly = null where account_id = $1',
    [account.id],
  );
  return account;
}

/** Broadcasts of an account to everybody in it. */
async function broadcasts(account: Account, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await take(database, clock, account, everybody));
  return ids;
}

/** A worker whose carrier takes so many at once, and so many milliseconds for each. */
function start(window: number, delay: number): string[] {
  const { double, calls } = carrier(
    async () => {
      await sleep(delay);
      return taken;
    },
    { window },
  );
  engines.push(startEngine(database, clock, double));
  return calls;
}

async function sentOf(account: Account, ids: readonly string[]): Promise<number> {
  const all = await Promise.all(ids.map((id) => readBroadcast(database.engine, account.id, id)));
  return all.filter((one) => one?.state === 'sent').length;
}

async function cancelAll(account: Account, ids: readonly string[]): Promise<void> {
  for (const id of ids) await cancelBroadcast(database, clock, account.id, id);
}

it('lets sixteen long broadcasts hold up neither a single message nor the seventeenth', async () => {
  const [large, small] = [await accountWith(200), await accountWith(1)];
  const long = await broadcasts(large, 16);
  const calls = start(8, 50);
  await waitFor(
    async () => calls.length,
    (n) => n > 20,
  );
  const seventeenth = await take(database, clock, small, everybody);
  const began = performance.now();
  const single = await take(database, clock, large, {
    audience: { people: [{ name: 'Ana', phone: '+12125559990' }] },
    content,
  });
  await until(database, large.id, single, (b) => b.state === 'sent');
  expect(performance.now() - began).toBeLessThan(1_500);
  await until(database, small.id, seventeenth, (b) => b.state === 'sent');
  expect(performance.now() - began).toBeLessThan(6_000);
  expect(await sentOf(large, long)).toBe(0);
  expect(new Set(calls).size).toBeGreaterThan(20);
  await cancelAll(large, long);
});

it('gives each of many broadcasts its turn, and an account with one does not wait for those of another', async () => {
  const [many, one] = [await accountWith(12), await accountWith(3)];
  const theirs = await broadcasts(many, 60);
  const [mine = ''] = await broadcasts(one, 1);
  start(10, 20);
  await until(database, one.id, mine, (b) => b.state === 'sent');
  expect(await sentOf(many, theirs)).toBeLessThan(30);
  await waitFor(
    () => sentOf(many, theirs),
    (n) => n === 60,
  );
});

it('sets right in a paused broadcast what a crash left on the wire, and sends nothing', async () => {
  const account = await accountWith(3);
  const id = await take(database, clock, account, everybody);
  // As a worker leaves it that is killed while it calls.
  await database.engine.query(
    `with one as (
       update delivery set state = 'submitting', attempts = 1
        where account_id = $1 and id = (select min(id::text)::uuid from delivery where account_id = $1)
       returning id)
     insert into attempt (account_id, id, delivery_id, number, provider_id, opened_at, window_until)
     select $1, uuidv7(), one.id, 1, c.provider_id, $2, $2::timestamptz + interval '10 seconds'
       from one, channel_provider c where c.account_id = $1 and c.channel = 'sms'`,
    [account.id, clock.now()],
  );
  await setPaused(database, clock, account.id, id, true);
  const calls = start(10, 0);
  clock.advance(11_000);
  const states = async () =>
    (
      await database.engine.query<{ states: string }>(
        `select string_agg(state::text, ' ' order by state) as states from delivery where account_id = $1`,
        [account.id],
      )
    ).rows[0]?.states;
  await waitFor(states, (all) => all === 'ready ready uncertain');
  // Not before it expires, or somebody resumes it, is anything to be done.
  const next = async () =>
    (
      await database.engine.query<{ at: Date }>(
        'select wake_at as at from lane where account_id = $1',
        [account.id],
      )
    ).rows[0]?.at.getTime();
  await waitFor(next, (at) => (at ?? 0) > clock.now().getTime() + 3_600_000);
  expect(calls).toEqual([]);
  expect((await readBroadcast(database.engine, account.id, id))?.state).not.toBe('sent');
  await setPaused(database, clock, account.id, id, false);
  await until(database, account.id, id, (b) => b.state === 'sent');
  expect(calls).toHaveLength(2);
});
