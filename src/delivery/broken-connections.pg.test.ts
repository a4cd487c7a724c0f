import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { connectionBreaker } from '../../test/support/break-connections.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { MovableClock } from '../platform/clock.ts';

const database = await testDatabase();
const clock = new MovableClock();
const PEOPLE = 2_000;

it.each([
  ['that can be asked', true],
  ['that cannot be asked', false],
])(
  'reaches everybody once through a provider %s, whichever connections break',
  async (_, query) => {
    const account = await testAccount(database);
    await addAppointments(database, account, people(PEOPLE));
    const { double, calls } = carrier(
      async () => {
        await sleep(randomInt(5, 30));
        return taken;
      },
      { window: 25, timeout: 500, query },
    );
    const id = await take(database, clock, account, {
      audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
      content: { sms: { text: 'Hello {{ participant.first_name }}' } },
    });
    const breaker = await connectionBreaker(database);
    const workers = [1, 2].map(() => startEngine(database, clock, double));
    let broken = 0;
    const stillOpen = async () => {
      const { waiting, sending } = (await until(database, account.id, id, () => true)).counts;
      return (waiting ?? 0) + (sending ?? 0) > 0;
    };
    for (let round = 0; round < 400 && (await stillOpen()); round += 1) {
      if (await breaker.breakOneAtWork('headsup_engine')) broken += 1;
      await sleep(randomInt(1, 15));
    }
    // Whoever waited for what was lost is past its time, and claims are past their lease.
    while (await stillOpen()) {
      clock.advance(31_000);
      await sleep(100);
    }
    await until(database, account.id, id, (b) => b.state === 'sent');
    for (const worker of workers) await worker.stop();
    await breaker.close();

    expect(broken).toBeGreaterThan(4);
    const times = Map.groupBy(calls, (number) => number);
    expect([...times].filter(([, all]) => all.length > 1)).toEqual([]);
    const counts = await recount(database, account.id, id);
    expect(await kept(database, account.id, id)).toEqual(counts);
    const { with_carrier = 0, not_sure = 0 } = counts;
    expect(with_carrier + not_sure).toBe(PEOPLE);
    if (query) expect([with_carrier, times.size]).toEqual([PEOPLE, PEOPLE]);
    expect(times.size).toBeGreaterThanOrEqual(with_carrier);
  },
);
