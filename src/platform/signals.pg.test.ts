import { expect, it } from 'vitest';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { createLog } from './log.ts';
import { give, type Signal, Signals } from './signals.ts';

const database = await testDatabase();

it('hears what is given, and passes over what others notify', async () => {
  const signals = new Signals(database.address, createLog('silent'));
  await signals.start();
  const heard: Signal[] = [];
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
