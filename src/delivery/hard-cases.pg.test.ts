import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { administer } from '../../test/support/break-connections.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import type { Account } from '../account/account.ts';
import { MovableClock } from '../platform/clock.ts';
import type { Provider } from '../providers/provider.ts';
import { cancelBroadcast, setPaused } from '../schedule/take-back.ts';

const database = await testDatabase();
const clock = new MovableClock();
const engines: TestEngine[] = [];
const everybody = {
  audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
  content: { sms: { text: 'Hello' } },
};

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

function start(provider: Provider | ((kind: string) => Provider)): TestEngine {
  const engine = startEngine(database, clock, provider);
  engines.push(engine);
  return engine;
}

async function accountWith(count: number): Promise<Account> {
  const account = await testAccount(database);
  await addAppointments(database, account, people(count));
  return account;
}

/** Changes with every write to a delivery of the account. */
async function versions(accountId: string): Promise<string> {
  const { rows } = await database.engine.query<{ all: string }>(
    `select string_agg(concat(ctid, xmin), ' ' order by id) as all from delivery where account_id = $1`,
    [accountId],
  );
  return rows[0]?.all ?? '';
}

async function noneClaimed(accountId: string): Promise<void> {
  await vi.waitFor(async () => {
    const { rowCount } = await database.engine.query(
      `select from delivery where account_id = $1 and state = 'claimed'`,
      [accountId],
    );
    expect(rowCount).toBe(0);
  });
}

it('leaves a broadcast alone that is paused in the middle', async () => {
  const account = await accountWith(300);
  const { double, calls } = carrier(async () => {
    await sleep(5);
    return taken;
  });
  const id = await take(database, clock, account, everybody);
  start(double);
  await until(database, account.id, id, (b) => (b.counts.with_carrier ?? 0) > 20);
  await setPaused(database, clock, account.id, id, true);
  await until(database, account.id, id, (b) => b.counts.sending === 0);
  await noneClaimed(account.id);
  const [before, sent] = [await versions(account.id), calls.length];
  await sleep(700);
  expect(await versions(account.id)).toBe(before);
  expect(calls.length).toBe(sent);
  await setPaused(database, clock, account.id, id, false);
  await until(database, account.id, id, (b) => b.state === 'sent');
  expect(new Set(calls).size).toBe(300);
  expect(calls.length).toBe(300);
});

it('asks about a doubt only the provider that was called, never its successor', async () => {
  const account = await accountWith(1);
  const lost = carrier(() => ({ outcome: 'uncertain', answer: 'reset by peer' }), {
    query: true,
    visibilityLag: 60_000,
  });
  const id = await take(database, clock, account, everybody);
  const first = start(lost.double);
  await until(database, account.id, id, (b) => b.counts.not_sure === 1);
  await first.stop();
  // Another provider carries text messages from now on.
  await database.engine.query(
    `with fresh as (insert into provider (account_id, kind, name) values ($1, 'other', 'Other') returning id)
     update channel_provider set provider_id = fresh.id from fresh where account_id = $1`,
    [account.id],
  );
  clock.advance(61_000);
  const successor = carrier(() => taken, { query: true });
  const asked: string[] = [];
  const query: Provider['query'] = async (reference) => {
    asked.push(reference);
    return { outcome: 'absent', answer: 'never heard of it' };
  };
  start((kind) => (kind === 'other' ? { ...successor.double, query } : lost.double));
  await until(database, account.id, id, (b) => b.state === 'sent');
  expect([asked, successor.calls]).toEqual([[], []]);
  // The one that was called has it.
  expect(await kept(database, account.id, id)).toEqual({ with_carrier: 1 });
});

it('takes back and expires although no provider carries the channel', async () => {
  const account = await accountWith(3);
  const [canceled, expired] = [
    await take(database, clock, account, everybody),
    await take(database, clock, account, everybody),
  ];
  await database.engine.query('delete from channel_provider where account_id = $1', [account.id]);
  await cancelBroadcast(database, clock, account.id, canceled);
  start(carrier(() => taken).double);
  await until(database, account.id, canceled, (b) => b.counts.taken_back === 3);
  clock.advance(13 * 3_600_000);
  await until(database, account.id, expired, (b) => b.state === 'sent');
  expect(await kept(database, account.id, expired)).toEqual({ not_delivered: 3 });
});

it('keeps a broadcast scheduled that was paused and resumed before its time', async () => {
  const account = await accountWith(1);
  const tomorrow = new Date(clock.now().getTime() + 86_400_000);
  const id = await take(database, clock, account, everybody, tomorrow);
  await setPaused(database, clock, account.id, id, true);
  await setPaused(database, clock, account.id, id, false);
  const control = await accountWith(1);
  const first = await take(database, clock, control, everybody);
  start(carrier(() => taken).double);
  await until(database, control.id, first, (b) => b.state === 'sent');
  await sleep(300);
  expect((await until(database, account.id, id, () => true)).state).toBe('scheduled');
});

it('is not stopped by what a provider says: the same id twice, zero bytes, endless words', async () => {
  const account = await accountWith(30);
  const { double, calls } = carrier((_, tries) => {
    const answer = `250 \0${'queued '.repeat(5_000)}`;
    if (calls.length % 3 === 0 && tries === 1) {
      const code = '4\0';
      return { outcome: 'retryable', reason: 'rate_limited', code, answer, retryAfter: Number.NaN };
    }
    return { outcome: 'accepted', providerRef: '0001', answer };
  });
  const id = await take(database, clock, account, everybody);
  start(double);
  await until(database, account.id, id, (b) => b.counts.with_carrier === 30);
  expect(await recount(database, account.id, id)).toEqual({ with_carrier: 30 });
});

it('leaves no broadcast open when a worker is killed after its last work', async () => {
  const account = await accountWith(1);
  const id = await take(database, clock, account, everybody);
  // The connection is lost just when the broadcast would be ended.
  await administer(
    database,
    `create function lose_connection() returns trigger language plpgsql security definer as $$
     begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
     create trigger lose_connection before update on broadcast for each row
       when (new.state = 'sent') execute function lose_connection()`,
  );
  start(carrier(() => taken).double);
  await until(database, account.id, id, (b) => b.counts.with_carrier === 1);
  await sleep(300);
  await administer(database, 'drop function lose_connection cascade');
  await until(database, account.id, id, (b) => b.state === 'sent');
});

it('does not let a lane wait for a provider that never answers a question', async () => {
  const account = await accountWith(2);
  const { double } = carrier(
    (address) => (address === '+12125550000' ? { outcome: 'uncertain', answer: 'reset' } : taken),
    { query: true, timeout: 300 },
  );
  const id = await take(database, clock, account, everybody);
  const engine = start({ ...double, query: () => new Promise(() => undefined) });
  await until(database, account.id, id, (b) => b.counts.not_sure === 1);
  await sleep(1_000);
  const again = await take(database, clock, account, everybody);
  await until(database, account.id, again, (b) => b.counts.with_carrier === 1);
  await engine.stop();
});

it('lets no lane that always fails keep others from their turn', async () => {
  const broken = await Promise.all(Array.from({ length: 20 }, () => accountWith(1)));
  for (const account of broken) {
    await take(database, clock, account, everybody);
    await database.engine.query('delete from channel_provider where account_id = $1', [account.id]);
  }
  const healthy = await accountWith(1);
  const id = await take(database, clock, healthy, everybody);
  start(carrier(() => taken).double);
  await until(database, healthy.id, id, (b) => b.state === 'sent');
});
