import { expect, it } from 'vitest';
import { administer } from '../../test/support/break-connections.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { createLog } from './log.ts';
import { give, type Heard, Signals } from './signals.ts';

const database = await testDatabase();

it('hears what is given, and passes over what others notify', async () => {
  const signals = new Signals(database.address, createLog('silent'));
  await signals.start();
  const heard: Heard[] = [];
  signals.onSignal((signal) => heard.push(signal));
  for (const payload of ['not JSON', 'null', '7', '']) {
    await database.engine.query(`select pg_notify('headsup', $1)`, [payload]);
  }
  await give(database.engine, { topic: 'work' });
  await waitFor(
    async () => heard.length,
    (n) => n > 0,
  );
  expect(heard).toEqual([{ topic: 'work' }]);
  await signals.close();
});

it('says that it may have missed some, once it listens again', async () => {
  const signals = new Signals(database.address, createLog('silent'));
  await signals.start();
  const heard: Heard[] = [];
  signals.onSignal((signal) => heard.push(signal));
  await administer(
    database,
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'headsup_signals'`,
  );
  await give(database.engine, { topic: 'work' });
  await waitFor(
    async () => heard,
    ([first]) => first !== undefined,
  );
  await give(database.engine, { topic: 'work' });
  await waitFor(
    async () => heard.length,
    (n) => n === 2,
  );
  expect(heard).toEqual([{ topic: 'missed' }, { topic: 'work' }]);
  await signals.close();
});
