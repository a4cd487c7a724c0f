import { expect, it } from 'vitest';
import { until } from '../../test/support/ledger.ts';
import { create } from '../../test/support/tangle.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import type { BroadcastRequest } from '../contract/broadcast.ts';
import { FolderStore } from '../platform/blobs/folder-store.ts';
import { systemClock } from '../platform/clock.ts';
import { createLog } from '../platform/log.ts';
import { compose } from '../schedule/selection.ts';
import { startScheduler } from './scheduler.ts';

const database = await testDatabase();

it('takes what a crash cut off, though another before it can never be taken', async () => {
  const account = await testAccount(database);
  const request: BroadcastRequest = {
    audience: { people: [{ name: 'Ana Ruiz', phone: '+12125550123' }] },
    content: { sms: { text: 'We are closed.' } },
    undoSeconds: 0,
  };
  const composed = compose(
    account,
    request,
    await readSendingPolicy(database.engine, account.id),
    systemClock.now(),
  );
  if ('problems' in composed) throw new Error('the text compiles');
  const made = { account, request, composed };
  const broken = await create(database, made, 'a text that does not compile any more');
  if (broken === null) throw new Error('it reaches somebody');
  await database.engine.query(
    `update broadcast set content = '{"sms": {"text": "{{ nobody.knows }}"}}' where account_id = $1 and id = $2`,
    [account.id, broken],
  );
  const id = await create(database, made, 'one that was cut off');
  if (id === null) throw new Error('it reaches somebody');
  const scheduler = startScheduler({
    database,
    clock: systemClock,
    log: createLog('silent'),
    blobs: new FolderStore('/nowhere'),
    open: () => {
      throw new Error('nothing is looked up');
    },
  });
  await until(database, account.id, id, (b) => b.state === 'scheduled');
  await scheduler.stop();
  expect((await until(database, account.id, broken, () => true)).state).toBe('taking');
});
