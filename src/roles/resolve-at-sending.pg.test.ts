import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { startEngine } from '../../test/support/engine.ts';
import { until } from '../../test/support/ledger.ts';
import { makeBroadcast } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { FolderStore } from '../platform/blobs/folder-store.ts';
import { MovableClock } from '../platform/clock.ts';
import { createLog } from '../platform/log.ts';
import { activate, dueToActivate } from '../schedule/activate.ts';
import { cancelBroadcast, setPaused } from '../schedule/take-back.ts';
import { takeBroadcast } from '../schedule/take-broadcast.ts';
import { startScheduler } from './scheduler.ts';

const database = await testDatabase();
const HOUR = 3_600_000;
const ana = { name: 'Ana Ruiz', phone: '+12125550101' };
const tom = { name: 'Tom Wu', phone: '+12125550102' };

/** A message to everybody in an hour, made while only Ana is on the calendar. */
async function made(clock: MovableClock) {
  const account = await testAccount(database);
  await addAppointments(database, account, [[ana]]);
  const at = new Date(clock.now().getTime() + HOUR);
  const request = {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'We are closed.' } },
    resolve: 'at_sending' as const,
  };
  const id = await makeBroadcast(database, clock, account, request, at);
  await takeBroadcast(database, clock, account.id, id);
  await addAppointments(database, account, [[tom]]);
  const reached = async () =>
    (
      await database.engine.query<{ address: string }>(
        'select address from delivery where account_id = $1 and broadcast_id = $2 order by 1',
        [account.id, id],
      )
    ).rows.map(({ address }) => address);
  return { account, id, at, reached };
}

it('goes to who matches when its time comes, by whichever scheduler comes first', async () => {
  const clock = new MovableClock();
  const { account, id, at, reached } = await made(clock);
  expect(await until(database, account.id, id, () => true)).toMatchObject({
    state: 'scheduled',
    resolve: 'at_sending',
    folder: 'appointments',
    total: 0,
  });
  const engine = startEngine(database, clock);
  const blobs = new FolderStore('/nowhere');
  const open = () => {
    throw new Error('nothing is looked up');
  };
  const parts = { database, clock, log: createLog('silent'), blobs, open };
  const schedulers = [1, 2].map(() => startScheduler(parts));
  try {
    // Pausing and resuming wakes its lanes; they are empty, and it is not over.
    await setPaused(database, clock, account.id, id, true);
    await setPaused(database, clock, account.id, id, false);
    engine.dispatcher.wake();
    await until(database, account.id, id, ({ pausedAt }) => pausedAt === null);
    expect(await dueToActivate(database.engine, clock.now())).toEqual([]);
    clock.moveTo(new Date(at.getTime() + 1_000));
    await until(database, account.id, id, ({ total }) => total === 2);
    engine.dispatcher.wake();
    await until(database, account.id, id, ({ state }) => state === 'sent');
    expect(await reached()).toEqual([ana.phone, tom.phone]);
  } finally {
    for (const scheduler of schedulers) await scheduler.stop();
    await engine.stop();
  }
});

it('is worked out once, though it is cut off and two do it at a time', async () => {
  const clock = new MovableClock();
  const { account, id, at, reached } = await made(clock);
  clock.moveTo(at);
  await Promise.all([1, 2, 3].map(() => activate(database, clock, account.id, id)));
  // Cut off here: who matches has been noted, and whoever comes now changes nothing.
  await addAppointments(database, account, [[{ name: 'Mia Li', phone: '+12125550103' }]]);
  await activate(database, clock, account.id, id);
  await takeBroadcast(database, clock, account.id, id);
  await activate(database, clock, account.id, id);
  expect(await reached()).toEqual([ana.phone, tom.phone]);
});

it('goes to nobody once it was taken back', async () => {
  const clock = new MovableClock();
  const { account, id, at, reached } = await made(clock);
  const engine = startEngine(database, clock);
  try {
    expect(await cancelBroadcast(database, clock, account.id, id)).toBe(true);
    clock.moveTo(new Date(at.getTime() + 1_000));
    engine.dispatcher.wake();
    await until(database, account.id, id, ({ finishedAt }) => finishedAt !== null);
    expect(await dueToActivate(database.engine, clock.now())).toEqual([]);
    await activate(database, clock, account.id, id);
    expect(await reached()).toEqual([]);
  } finally {
    await engine.stop();
  }
});
