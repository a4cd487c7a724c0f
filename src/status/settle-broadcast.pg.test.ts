import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { MovableClock } from '../platform/clock.ts';
import { settleBroadcast } from './settle-broadcast.ts';

const database = await testDatabase();
const clock = new MovableClock();

/** A broadcast of which half was answered and the rest is not sure. */
async function halfSure(count: number) {
  const account = await testAccount(database);
  await addAppointments(database, account, people(count));
  const { double, calls } = carrier((address, tries) =>
    Number(address.at(-1)) % 2 === 0 || tries > 1
      ? taken
      : { outcome: 'uncertain', answer: 'reset' },
  );
  const id = await take(database, clock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'Hello' } },
  });
  const engine = startEngine(database, clock, double);
  await until(database, account.id, id, (b) => b.state === 'sent');
  const counts = async () => {
    const now = await kept(database, account.id, id);
    expect(now).toEqual(await recount(database, account.id, id));
    return now;
  };
  const settle = (decision: 'send_again' | 'write_off') =>
    settleBroadcast(database, clock, account.id, id, decision);
  return { account, id, engine, calls, counts, settle };
}

it('sends again, or writes off, everything that is not sure, and nothing else', async () => {
  const { account, id, engine, calls, counts, settle } = await halfSure(40);
  expect(await counts()).toEqual({ with_carrier: 20, not_sure: 20 });
  expect(await settle('send_again')).toBe(true);
  await until(database, account.id, id, (b) => b.state === 'sent');
  await engine.stop();
  expect(await counts()).toEqual({ with_carrier: 40 });
  expect(calls).toHaveLength(60);
  expect(await settle('send_again')).toBe(false);

  const other = await halfSure(10);
  await other.engine.stop();
  expect(await other.settle('write_off')).toBe(true);
  expect(await other.counts()).toEqual({ with_carrier: 5, not_delivered: 5 });
});

it('sends nothing again of what was taken back, but writes it off', async () => {
  const { account, id, engine, counts, settle } = await halfSure(10);
  await engine.stop();
  await database.engine.query(
    `update broadcast set state = 'canceled' where account_id = $1 and id = $2`,
    [account.id, id],
  );
  expect(await settle('send_again')).toBe(false);
  expect(await counts()).toEqual({ with_carrier: 5, not_sure: 5 });
  expect(await settle('write_off')).toBe(true);
  expect(await counts()).toEqual({ with_carrier: 5, not_delivered: 5 });
});
