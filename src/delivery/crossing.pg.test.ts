import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { suppress } from '../audience/suppress.ts';
import { MovableClock } from '../platform/clock.ts';
import { asEngine } from '../platform/database.ts';
import { cancelBroadcast, setPaused } from '../schedule/take-back.ts';
import { readStory } from '../status/read-story.ts';

const database = await testDatabase();
const clock = new MovableClock();

it('says of what was on the wire that it crossed with STOP, pause or taking back', async () => {
  const account = await testAccount(database);
  await addAppointments(database, account, people(4));
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { double } = carrier(async (address) => {
    if (!address.endsWith('3')) await gate;
    return taken;
  });
  const request = {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'Hello' } },
  };
  const [paused, canceled] = [
    await take(database, clock, account, request),
    await take(database, clock, account, request),
  ];
  const engine = startEngine(database, clock, double);
  for (const id of [paused, canceled]) {
    await until(
      database,
      account.id,
      id,
      (b) => b.counts.sending === 3 && b.counts.with_carrier === 1,
    );
  }
  await setPaused(database, clock, account.id, paused, true);
  await asEngine(database, (client) =>
    suppress(client, clock, account.id, {
      channel: 'sms',
      address: '+12125550000',
      reason: 'stop',
    }),
  );
  await setPaused(database, clock, account.id, canceled, true);
  await cancelBroadcast(database, clock, account.id, canceled);
  release();
  for (const id of [paused, canceled]) {
    await until(database, account.id, id, (b) => b.counts.with_carrier === 4);
  }
  await engine.stop();
  const words = async (broadcastId: string) => {
    const { rows } = await database.engine.query<{ id: string }>(
      'select id from delivery where account_id = $1 and broadcast_id = $2 order by address',
      [account.id, broadcastId],
    );
    const stories = await Promise.all(
      rows.map(({ id }) => readStory(database.engine, account.id, id)),
    );
    return stories.flatMap((story) => story?.attempts.map(({ crossed }) => crossed));
  };
  expect(await words(paused)).toEqual(['stop', 'paused', 'paused', null]);
  expect(await words(canceled)).toEqual(['stop', 'taken_back', 'taken_back', null]);
});
