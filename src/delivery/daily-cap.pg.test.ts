import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy, writeSendingPolicy } from '../account/sending-policy.ts';
import type { Broadcast } from '../contract/broadcast.ts';
import { MovableClock } from '../platform/clock.ts';
import { asEngineFor } from '../platform/database.ts';
import { planBroadcast } from '../schedule/plan.ts';
import { compose } from '../schedule/selection.ts';

const database = await testDatabase();
const DAY = 24 * 3_600_000;
const ana = { name: 'Ana Ruiz', phone: '+447400123456' };
const tom = { name: 'Tom Wu', phone: '+447400123457' };

/** A clinic where nobody gets more than `daily` in a day: Ana comes three times, Tom once. */
async function clinic(daily: number) {
  const clock = new MovableClock();
  const account = await testAccount(database);
  const allow = async (personDaily: number) => {
    const old = await readSendingPolicy(database.engine, account.id);
    const allowed = { ...old, allowedCountries: ['GB'], personDaily };
    await writeSendingPolicy(database.engine, account.id, allowed, clock.now());
  };
  await allow(daily);
  const policy = await readSendingPolicy(database.engine, account.id);
  const includeIds = await addAppointments(database, account, [[ana], [ana], [ana], [tom]]);
  const request = (copyMode: 'appointment' | 'person', wall?: string) => ({
    audience: { appointments: { includeIds }, people: [] },
    content: { sms: { text: 'Your {{ event.title }} is moved.' } },
    copyMode,
    ...(wall === undefined ? {} : { sendLater: { wall, zone: 'UTC' } }),
  });
  return {
    clock,
    account,
    allow,
    send: (copyMode: 'appointment' | 'person') => take(database, clock, account, request(copyMode)),
    plan: async (...asked: Parameters<typeof request>) => {
      const now = clock.now();
      const composed = compose(account, request(...asked), policy, now);
      if ('problems' in composed) throw new Error('it compiles');
      const timing = { timing: {}, policy, now };
      const { deliveries, exclusions } = await asEngineFor(database, account.id, (client) =>
        planBroadcast(client, account, { name: 'Sam', email: '' }, composed, timing),
      );
      return { texts: deliveries.sms, leftOut: exclusions.map((e) => `${e.name}: ${e.reason}`) };
    },
  };
}

it('sends nobody more in a day than is allowed, and says in the plan who has had enough', async () => {
  const { clock, account, plan, send } = await clinic(2);
  const { double, calls } = carrier(() => taken);
  const engine = startEngine(database, clock, double);
  expect(await plan('appointment')).toEqual({ texts: 3, leftOut: ['Ana Ruiz: over_daily_cap'] });
  const id = await send('appointment');
  engine.dispatcher.wake();
  await until(database, account.id, id, (b) => b.state === 'sent');
  expect([...calls].sort()).toEqual([ana.phone, ana.phone, tom.phone]);

  const tomorrow = new Date(clock.now().getTime() + DAY + 120_000).toISOString().slice(0, 16);
  expect(await plan('person')).toEqual({ texts: 1, leftOut: ['Ana Ruiz: over_daily_cap'] });
  expect(await plan('person', tomorrow)).toEqual({ texts: 2, leftOut: [] });
  clock.advance(DAY + 1);
  expect(await plan('person')).toEqual({ texts: 2, leftOut: [] });
  await engine.stop();
});

it('counts at the door what went out since the plan', async () => {
  const { clock, account, plan, send } = await clinic(1);
  const { double, calls } = carrier(() => taken);
  expect(await plan('person')).toEqual({ texts: 2, leftOut: [] });
  const both = [await send('person'), await send('person')];
  const engine = startEngine(database, clock, double);
  await until(database, account.id, both[0] ?? '', (b) => b.counts.waiting === 0);
  clock.advance(5_000);
  engine.dispatcher.wake();
  for (const id of both) {
    await until(database, account.id, id, (b) => b.state === 'sent');
    expect(await kept(database, account.id, id)).toEqual(await recount(database, account.id, id));
  }
  expect([...calls].sort()).toEqual([ana.phone, tom.phone]);
  const { rows } = await database.engine.query(
    `select state, failure from delivery where account_id = $1 and state <> 'accepted'`,
    [account.id],
  );
  expect(rows).toEqual([
    { state: 'suppressed', failure: 'over_daily_cap' },
    { state: 'suppressed', failure: 'over_daily_cap' },
  ]);
  await engine.stop();
});

it('holds back what may be one too many while another is on the wire, until its end is known', async () => {
  const { clock, account, send, allow } = await clinic(3);
  const refused = {
    outcome: 'rejected',
    reason: 'carrier_blocked',
    code: null,
    answer: 'no',
  } as const;
  const { double, calls } = carrier(() => (calls.length === 1 ? refused : taken));
  const id = await send('appointment');
  await allow(1);
  const engine = startEngine(database, clock, double);
  const waiting = (b: Broadcast) => b.counts.waiting ?? 0;
  await until(database, account.id, id, (b) => waiting(b) === 2);
  clock.advance(5_000);
  engine.dispatcher.wake();
  await until(database, account.id, id, (b) => waiting(b) <= 1);
  clock.advance(5_000);
  engine.dispatcher.wake();
  await until(database, account.id, id, (b) => b.state === 'sent');
  expect([...calls].sort()).toEqual([ana.phone, ana.phone, tom.phone]);
  expect(await kept(database, account.id, id)).toMatchObject({ not_delivered: 1, left_out: 1 });
  await engine.stop();
});
