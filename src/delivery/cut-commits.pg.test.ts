import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { type Cut, cuttingProxy } from '../../test/support/cutting-proxy.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { MovableClock, type RunningClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database.ts';

const database = await testDatabase();
const PEOPLE = 500;
const KINDS: readonly Cut[] = ['before', 'meanwhile', 'after'];

it.each([
  ['that can be asked', true],
  ['that cannot be asked', false],
])(
  'reaches everybody once through a provider %s, cut off in the middle of a third of all commits',
  async (_, query) => {
    const clock = new MovableClock();
    const account = await testAccount(database);
    await addAppointments(database, account, people(PEOPLE));
    const id = await take(database, clock, account, {
      audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
      content: { sms: { text: 'Hello {{ participant.first_name }}' } },
    });
    // At random: cutting every third commit would hit the same one of a round's commits for ever.
    const proxy = await cuttingProxy(database.address, () => KINDS[randomInt(9)] ?? null);
    const through = openDatabase(proxy.address);
    const { double, calls } = carrier(() => taken, { window: 5, timeout: 60_000, query });
    const workers = [1, 2].map(() => startEngine(through, hasty(clock), double));
    const read = () => until(database, account.id, id, () => true);
    for (let before = '', now = await read(); now.state !== 'sent'; now = await read()) {
      // Whoever waited for what was cut off is past its time, and claims are past their lease.
      if (before === JSON.stringify(now.counts)) clock.advance(5_000);
      before = JSON.stringify(now.counts);
      await sleep(100);
    }
    for (const worker of workers) await worker.stop();
    await through.close();
    await proxy.close();

    for (const kind of KINDS) expect(proxy.cuts()[kind]).toBeGreaterThan(5);
    const times = Map.groupBy(calls, (number) => number);
    expect([...times].filter(([, all]) => all.length > 1)).toEqual([]);
    const all = await recount(database, account.id, id);
    expect(await kept(database, account.id, id)).toEqual(all);
    const { with_carrier = 0, not_sure = 0 } = all;
    expect(times.size).toBe(with_carrier);
    expect(with_carrier + not_sure).toBe(PEOPLE);
    // Of what was opened by a commit without an answer nobody was called: the worker that knows it says so.
    expect(not_sure).toBeLessThanOrEqual(query ? 0 : PEOPLE / 20);
  },
);

/** Rests, which follow each cut, last a twentieth. */
function hasty(clock: MovableClock): RunningClock {
  return {
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    timer: (milliseconds, ring) => clock.timer(milliseconds / 20, ring),
  };
}
