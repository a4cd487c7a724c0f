import { afterEach, describe, expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { MovableClock } from '../platform/clock.ts';
import type { Capabilities, Provider, SendOutcome } from '../providers/provider.ts';
import { cancelBroadcast, setPaused } from '../schedule/take-back.ts';
import { readBroadcast } from '../status/read-broadcasts.ts';

const database = await testDatabase();
const clock = new MovableClock();
const engines: TestEngine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

function start(provider?: Provider): TestEngine {
  const engine = startEngine(database, clock, provider);
  engines.push(engine);
  return engine;
}

const people = (n: number) =>
  Array.from({ length: n }, (_, i) => [{ name: `Person ${i}`, phone: `+1212${5_550_000 + i}` }]);
const text = { sms: { text: 'Hello {{ participant.first_name }}' } };

async function toEverybody(account: { id: string }, sendAt: Date | null = null) {
  const all = {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: text,
  };
  return take(database, clock, account as Awaited<ReturnType<typeof testAccount>>, all, sendAt);
}

function until(
  accountId: string,
  id: string,
  isRight: (b: { state: string; counts: Record<string, number> }) => boolean,
) {
  return waitFor(async () => {
    const broadcast = await readBroadcast(database.engine, accountId, id);
    if (!broadcast) throw new Error('the broadcast is there');
    return broadcast;
  }, isRight);
}

/** Answers by number: a pretend carrier that says what the test wants. */
function provider(
  answer: (address: string, tries: number) => SendOutcome | Promise<SendOutcome>,
  can: Partial<Capabilities> = {},
) {
  const calls: string[] = [];
  const capabilities = {
    window: 10,
    timeout: 2_000,
    receipts: false,
    query: false,
    listing: false,
    uniqueRefs: false,
    visibilityLag: 0,
    ...can,
  };
  const double: Provider = {
    capabilities: () => capabilities,
    send: async ({ address }) => {
      calls.push(address);
      return answer(address, calls.filter((one) => one === address).length);
    },
    query: async () => ({ outcome: 'absent', answer: 'never heard of it' }),
    list: async () => ({ outcome: 'unknown', answer: 'does not list' }),
    close: async () => undefined,
  };
  return { double, calls };
}

const taken = { outcome: 'accepted', providerRef: null, answer: 'ok' } as const;

describe('Dispatcher', () => {
  it('delivers to everybody once through the sandbox, and keeps the counts', async () => {
    const account = await testAccount(database);
    await addAppointments(database, account, people(300));
    const id = await toEverybody(account);
    start();
    const done = await until(account.id, id, (b) => b.counts.delivered === 300);
    expect(done).toMatchObject({ state: 'sent', total: 300 });
    const { rows } = await database.engine.query(
      `select count(*) as n, count(distinct address) as numbers, min(content ->> 'text') as text
         from sandbox_message where account_id = $1`,
      [account.id],
    );
    expect(rows[0]).toEqual({ n: 300, numbers: 300, text: 'Hello Person' });
    const { rows: recount } = await database.engine.query(
      `select outcome_of(state) as outcome, count(*) as n from delivery where account_id = $1 group by 1`,
      [account.id],
    );
    expect(recount).toEqual([{ outcome: 'delivered', n: 300 }]);
  });

  it('shares the work of one broadcast between two workers without sending anything twice', async () => {
    const account = await testAccount(database);
    await addAppointments(database, account, people(500));
    const { double, calls } = provider(() => taken);
    const id = await toEverybody(account);
    start(double);
    start(double);
    await until(account.id, id, (b) => b.state === 'sent');
    expect(calls.length).toBe(500);
    expect(new Set(calls).size).toBe(500);
  });

  it('tries again only what was surely not taken', async () => {
    const account = await testAccount(database);
    await addAppointments(database, account, people(3));
    const [retried, lost, refused] = ['+12125550000', '+12125550001', '+12125550002'];
    const { double, calls } = provider((address, tries) => {
      if (address === lost) return { outcome: 'uncertain', answer: 'reset by peer' };
      if (address === refused) {
        return { outcome: 'rejected', reason: 'carrier_blocked', code: '30007', answer: 'spam' };
      }
      if (tries === 1) {
        return { outcome: 'retryable', reason: 'rate_limited', code: '429', answer: 'slow down' };
      }
      return taken;
    });
    const id = await toEverybody(account);
    start(double);
    const done = await until(
      account.id,
      id,
      (b) => b.counts.with_carrier === 1 && b.state === 'sent',
    );
    expect(done.counts).toMatchObject({ with_carrier: 1, not_sure: 1, not_delivered: 1 });
    expect(calls.filter((one) => one === lost)).toHaveLength(1);
    expect(calls.filter((one) => one === retried)).toHaveLength(2);
  });

  it('asks the provider about a lost answer, and sends again only when it never got it', async () => {
    const account = await testAccount(database);
    await addAppointments(database, account, people(1));
    const { double, calls } = provider(
      (_, tries) => (tries === 1 ? { outcome: 'uncertain', answer: 'reset' } : taken),
      { query: true },
    );
    const id = await toEverybody(account);
    start(double);
    await until(account.id, id, (b) => b.counts.not_sure === 1);
    expect(calls).toHaveLength(1);
    // Its window has ended, and what may still have been on the wire has arrived.
    clock.advance(18_000);
    await until(account.id, id, (b) => b.state === 'sent' && b.counts.with_carrier === 1);
    expect(calls).toHaveLength(2);
  });

  it('sends nothing before its time, and everything after', async () => {
    const account = await testAccount(database);
    await addAppointments(database, account, people(2));
    const { double, calls } = provider(() => taken);
    const id = await toEverybody(account, new Date(clock.now().getTime() + 3_600_000));
    const engine = start(double);
    const control = await testAccount(database);
    await addAppointments(database, control, people(1));
    const first = await toEverybody(control);
    await until(control.id, first, (b) => b.state === 'sent');
    expect(calls).toHaveLength(1);
    expect((await readBroadcast(database.engine, account.id, id))?.state).toBe('scheduled');
    clock.advance(3_600_000);
    engine.dispatcher.wake();
    await until(account.id, id, (b) => b.state === 'sent');
    expect(calls).toHaveLength(3);
  });

  it('takes back what waits, and what is past its time is not sent at all', async () => {
    const account = await testAccount(database);
    await addAppointments(database, account, people(5));
    const { double, calls } = provider(() => taken);
    const inAnHour = new Date(clock.now().getTime() + 3_600_000);
    const canceled = await toEverybody(account, inAnHour);
    const expired = await toEverybody(account, inAnHour);
    expect(await cancelBroadcast(database, clock, account.id, canceled)).toBe(true);
    clock.advance(14 * 3_600_000);
    start(double);
    const back = await until(account.id, canceled, (b) => b.counts.taken_back === 5);
    const late = await until(account.id, expired, (b) => b.state === 'sent');
    expect([back.state, late.counts.not_delivered]).toEqual(['canceled', 5]);
    expect(calls).toEqual([]);
    expect(await cancelBroadcast(database, clock, account.id, expired)).toBe(false);
  });

  it('opens nothing while paused, nor for whoever said STOP or was cancelled since', async () => {
    const account = await testAccount(database);
    const appointments = await addAppointments(database, account, people(4));
    const { double, calls } = provider(() => taken);
    const id = await toEverybody(account, new Date(clock.now().getTime() + 60_000));
    await setPaused(database, clock, account.id, id, true);
    clock.advance(61_000);
    const engine = start(double);
    const control = await testAccount(database);
    await addAppointments(database, control, [[{ name: 'Control', phone: '+12125559999' }]]);
    const first = await toEverybody(control);
    await until(control.id, first, (b) => b.state === 'sent');
    expect(calls).toEqual(['+12125559999']);
    await database.engine.query(
      `insert into suppression (account_id, channel, address, reason) values ($1, 'sms', '+12125550000', 'stop')`,
      [account.id],
    );
    await database.engine.query(
      `update appointment set status = 'cancelled' where account_id = $1 and id = $2`,
      [account.id, appointments[1]],
    );
    await setPaused(database, clock, account.id, id, false);
    engine.dispatcher.wake();
    const done = await until(account.id, id, (b) => b.state === 'sent');
    expect(done.counts).toMatchObject({ with_carrier: 2, left_out: 1, taken_back: 1 });
    expect(calls.slice(1).sort()).toEqual(['+12125550002', '+12125550003']);
  });

  it('lets a small broadcast through while a large one is slow', async () => {
    const [large, small] = [await testAccount(database), await testAccount(database)];
    await addAppointments(database, large, people(400));
    await addAppointments(database, small, [[{ name: 'Quick', phone: '+12125559998' }]]);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { double } = provider(async (address) => {
      if (address !== '+12125559998') await gate;
      return taken;
    });
    await toEverybody(large);
    const id = await toEverybody(small);
    start(double);
    await until(small.id, id, (b) => b.state === 'sent');
    release();
  });
});
