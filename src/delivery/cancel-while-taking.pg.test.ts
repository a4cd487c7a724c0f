import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { create, type Made } from '../../test/support/tangle.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import type { BroadcastRequest } from '../contract/broadcast.ts';
import { systemClock } from '../platform/clock.ts';
import { compose } from '../schedule/selection.ts';
import { cancelBroadcast, setPaused } from '../schedule/take-back.ts';
import { takeBroadcast } from '../schedule/take-broadcast.ts';
import { dueLanes } from './lane-statements.ts';

const database = await testDatabase();

it('stops writing when it is canceled, and takes back what was written', async () => {
  const made = await many();
  const { account } = made;
  const id = await createOne(made, 'to be canceled');
  await takeSome(account.id, id);
  expect(await cancelBroadcast(database, systemClock, account.id, id)).toBe(true);
  await takeBroadcast(database, systemClock, account.id, id);
  const engine = startEngine(database, systemClock);
  const done = await until(database, account.id, id, (b) => b.counts.taken_back === 2);
  await engine.stop();
  expect(done).toMatchObject({ state: 'canceled', folder: 'appointments' });
  expect(await kept(database, account.id, id)).toEqual({ taken_back: 2, left_out: 1 });
  expect(await recount(database, account.id, id)).toEqual({ taken_back: 2, left_out: 1 });
});

it('holds a pause that came before all were written, and a resume does not open it early', async () => {
  const made = await many();
  const { account } = made;
  const id = await createOne(made, 'to be paused');
  await takeSome(account.id, id);
  expect(await setPaused(database, systemClock, account.id, id, true)).toBe(true);
  expect(await setPaused(database, systemClock, account.id, id, false)).toBe(true);
  const dueNow = async () =>
    (await dueLanes(database.ledger, systemClock.now(), [], 1_000)).filter(
      (lane) => lane.accountId === account.id,
    );
  expect(await dueNow()).toEqual([]);
  await setPaused(database, systemClock, account.id, id, true);
  await takeBroadcast(database, systemClock, account.id, id);
  expect(await dueNow()).toMatchObject([{ isPaused: true }]);
  await setPaused(database, systemClock, account.id, id, false);
  expect(await dueNow()).toHaveLength(1);
});

/** Three to be reached, and one who has no number. */
async function many() {
  const account = await testAccount(database);
  await addAppointments(database, account, [
    [{ name: 'Max Silent' }],
    [{ name: 'Ana Ruiz', phone: '+12125550101' }],
    [{ name: 'Tom Wu', phone: '+12125550102' }],
    [{ name: 'Mia Li', phone: '+12125550103' }],
  ]);
  const request: BroadcastRequest = {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
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
  return { account, request, composed };
}

/** Three appointments of four. */
async function takeSome(accountId: string, id: string): Promise<void> {
  let asked = 0;
  const mayGoOn = () => asked++ === 0;
  await takeBroadcast(database, systemClock, accountId, id, { mayGoOn });
}

async function createOne(made: Made, key: string): Promise<string> {
  const id = await create(database, made, key, 3);
  if (id === null) throw new Error('it reaches somebody');
  return id;
}
