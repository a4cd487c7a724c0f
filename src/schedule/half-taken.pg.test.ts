import { afterEach, expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { create } from '../../test/support/tangle.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import type { BroadcastRequest } from '../contract/broadcast.ts';
import { systemClock } from '../platform/clock.ts';
import { compose } from './selection.ts';
import { setSpeed } from './set-speed.ts';
import { setPaused } from './take-back.ts';
import { takeBroadcast } from './take-broadcast.ts';

const database = await testDatabase();
let engine: TestEngine | null = null;
afterEach(async () => {
  await engine?.stop();
});

const request: BroadcastRequest = {
  audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
  content: { sms: { text: 'We are closed.' } },
  undoSeconds: 0,
};

it('sends nothing before all recipients are written, whoever sets its speed meanwhile', async () => {
  const account = await testAccount(database);
  const people = [0, 1, 2].map((n) => [{ name: `Person ${n}`, phone: `+1212555010${n}` }]);
  await addAppointments(database, account, people);
  const policy = await readSendingPolicy(database.engine, account.id);
  const composed = compose(account, request, policy, systemClock.now());
  if ('problems' in composed) throw new Error('the text compiles');
  const id = (await create(database, { account, request, composed }, 'in chunks', 1)) ?? '';
  let written = 0;
  await takeBroadcast(database, systemClock, account.id, id, { mayGoOn: () => written++ < 2 });
  expect(await setSpeed(database, systemClock, account.id, id, 600)).toBe(true);
  for (const paused of [true, false]) {
    expect(await setPaused(database, systemClock, account.id, id, paused)).toBe(true);
  }
  engine = startEngine(database, systemClock);
  // Another message goes out: the workers have looked.
  const other = await take(database, systemClock, account, request);
  await until(database, account.id, other, ({ state }) => state === 'sent');
  const { rows } = await database.engine.query(
    'select state, attempts from delivery where account_id = $1 and broadcast_id = $2',
    [account.id, id],
  );
  expect(rows).toEqual([0, 1].map(() => ({ state: 'ready', attempts: 0 })));
  await takeBroadcast(database, systemClock, account.id, id);
  engine.dispatcher.wake();
  await until(database, account.id, id, ({ state }) => state === 'sent');
});
