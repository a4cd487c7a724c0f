import { expect, test } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { readSendingPolicy, writeSendingPolicy } from '../account/sending-policy.ts';
import { MovableClock } from '../platform/clock.ts';
import { setPaused } from '../schedule/take-back.ts';
import { wakeCapped } from './lane-statements.ts';

const database = await testDatabase();

async function account(clock: MovableClock, count: number) {
  const made = await testAccount(database);
  const includeIds = await addAppointments(database, made, people(count));
  const send = (text: string, people = count) =>
    take(
      database,
      clock,
      made,
      {
        audience: { appointments: { includeIds: includeIds.slice(0, people) }, people: [] },
        content: { sms: { text } },
      },
      null,
      null,
    );
  return { account: made, send };
}

test('spends no more in a day than is allowed, over two workers, and goes on the next day', async () => {
  const clock = new MovableClock();
  clock.moveTo(new Date('2027-03-01T15:00Z'));
  const { account: it, send } = await account(clock, 12);
  // Two cents a segment, a cap of 30 cents: seven texts of two segments.
  await database.engine.query(
    `update provider set prices = '{"sms": 20000}' where account_id = $1`,
    [it.id],
  );
  const policy = await readSendingPolicy(database.engine, it.id);
  await writeSendingPolicy(database.engine, it.id, { ...policy, spendingCap: 0.3 }, clock.now());
  const { double, calls } = carrier(() => taken);
  const engines = [startEngine(database, clock, double), startEngine(database, clock, double)];
  const id = await send('x'.repeat(161));
  await database.engine.query(`update broadcast set expires_at = '2027-03-03Z' where id = $1`, [
    id,
  ]);
  for (const { dispatcher } of engines) dispatcher.wake();

  const lane = async () =>
    (
      await database.engine.query<{ wakeAt: Date; waitsFor: string }>(
        'select wake_at as "wakeAt", waits_for as "waitsFor" from lane where broadcast_id = $1',
        [id],
      )
    ).rows[0];
  // Until midnight in New York.
  const midnight = Date.parse('2027-03-02T05:00Z');
  await waitFor(lane, (row) => row?.waitsFor === 'cap' && row.wakeAt.getTime() === midnight);
  expect(calls).toHaveLength(7);

  const raised = { ...policy, spendingCap: 0.36 };
  await writeSendingPolicy(database.engine, it.id, raised, clock.now());
  await wakeCapped(database.engine, it.id, clock.now());
  for (const { dispatcher } of engines) dispatcher.wake();
  await waitFor(lane, (row) => row?.waitsFor === 'cap' && calls.length === 9);

  clock.moveTo(new Date('2027-03-02T05:00:01Z'));
  await until(database, it.id, id, ({ state }) => state === 'sent');
  expect(calls).toHaveLength(12);
  for (const engine of engines) await engine.stop();
});

test('a rate far above the busiest hour pauses, until a person says that it is right', async () => {
  const clock = new MovableClock();
  const { account: it, send } = await account(clock, 1_200);
  const { double, calls } = carrier(() => taken, { window: 50 });
  const engine = startEngine(database, clock, double);
  const id = await send('We are closed.');
  engine.dispatcher.wake();
  const paused = await until(database, it.id, id, ({ pausedAt }) => pausedAt !== null);
  expect(paused.pauseReason).toBe('unusual_rate');
  await waitFor(
    async () => calls.length,
    (n) => n === 1_000,
  );
  await setPaused(database, clock, it.id, id, false, 'Sam Keller');
  engine.dispatcher.wake();
  await until(database, it.id, id, ({ state }) => state === 'sent');
  expect(calls).toHaveLength(1_200);

  // What somebody has said to be right does not stand against the next one of the hour.
  const small = await send('One more thing.', 5);
  engine.dispatcher.wake();
  await until(database, it.id, small, ({ state }) => state === 'sent');

  // Now 1,200 an hour are known, and tomorrow ten times as many alarm nobody.
  clock.advance(24 * 3_600_000);
  const next = await send('We are open again.');
  engine.dispatcher.wake();
  await until(database, it.id, next, ({ state }) => state === 'sent');
  await engine.stop();
});
