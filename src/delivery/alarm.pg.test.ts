import { expect, test } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy, writeSendingPolicy } from '../account/sending-policy.ts';
import { MovableClock } from '../platform/clock.ts';
import { setPaused } from '../schedule/take-back.ts';

const database = await testDatabase();
const ana = { name: 'Ana Ruiz', phone: '+12125550123' };
const tom = { name: 'Tom Wu', phone: '+12125550188' };

test('more messages to one address than are right in an hour pause the broadcast until a person resumes it', async () => {
  const clock = new MovableClock();
  const account = await testAccount(database);
  const policy = await readSendingPolicy(database.engine, account.id);
  await writeSendingPolicy(
    database.engine,
    account.id,
    { ...policy, personHourly: 3 },
    clock.now(),
  );
  const includeIds = await addAppointments(database, account, [
    [ana],
    [ana],
    [ana],
    [ana],
    [ana],
    [tom],
  ]);
  const { double, calls } = carrier(() => taken);
  const engine = startEngine(database, clock, double);
  const send = (copyMode: 'appointment' | 'person') =>
    take(database, clock, account, {
      audience: { appointments: { includeIds }, people: [] },
      content: { sms: { text: 'Your appointment {{ event.title }} is moved.' } },
      copyMode,
    });

  const id = await send('appointment');
  engine.dispatcher.wake();
  const halted = await until(database, account.id, id, (b) => b.pausedAt !== null);
  expect(halted).toMatchObject({
    pauseReason: 'same_person',
    pauseDetail: 'Ana Ruiz, +12125550123',
  });
  expect(calls.filter((address) => address === ana.phone)).toHaveLength(3);

  await setPaused(database, clock, account.id, id, false, 'Sam Keller');
  engine.dispatcher.wake();
  await until(database, account.id, id, (b) => b.state === 'sent');
  expect(calls.filter((address) => address === ana.phone)).toHaveLength(5);
  expect(await kept(database, account.id, id)).toEqual(await recount(database, account.id, id));

  // Another broadcast rings by itself, and an hour later nothing does.
  const next = await send('person');
  engine.dispatcher.wake();
  await until(database, account.id, next, (b) => b.pausedAt !== null);
  expect(calls.filter((address) => address === ana.phone)).toHaveLength(5);
  clock.advance(3_600_001);
  await setPaused(database, clock, account.id, next, false, 'Sam Keller');
  engine.dispatcher.wake();
  await until(database, account.id, next, (b) => b.state === 'sent');
  const later = await send('person');
  engine.dispatcher.wake();
  await until(database, account.id, later, (b) => b.state === 'sent');
  await engine.stop();
});
