import { afterEach, describe, expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import type { Account } from '../account/account.ts';
import { MovableClock } from '../platform/clock.ts';
import type { Capabilities } from '../providers/provider.ts';
import { cancelBroadcast } from '../schedule/take-back.ts';

const database = await testDatabase();
const clock = new MovableClock();
const engines: TestEngine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

async function accountWith(count: number): Promise<Account> {
  const account = await testAccount(database);
  await addAppointments(database, account, people(count));
  return account;
}

const send = (account: Account, text = 'Hello') =>
  take(database, clock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text } },
  });

/** Workers on one carrier, which notes when it was called. */
function start(workers: number, can: Partial<Capabilities> = {}): { times: number[] } {
  const times: number[] = [];
  const { double } = carrier(() => {
    times.push(performance.now());
    return taken;
  }, can);
  for (let n = 0; n < workers; n += 1) engines.push(startEngine(database, clock, double));
  return { times };
}

/** The most calls within any second. */
function busiestSecond(times: readonly number[]): number {
  return Math.max(
    ...times.map((from) => times.filter((t) => t >= from && t < from + 1_000).length),
  );
}

const setSpeed = (id: string, perMinute: number | null) =>
  database.engine.query('update lane set per_minute = $2, wake_at = $3 where broadcast_id = $1', [
    id,
    perMinute,
    clock.now(),
  ]);

describe('the speed of a lane', () => {
  it('holds what its provider takes in a second, over three workers and two broadcasts', async () => {
    const account = await accountWith(60);
    const ids = [await send(account), await send(account)];
    const { times } = start(3, { rate: 60 });
    for (const id of ids) await until(database, account.id, id, (b) => b.state === 'sent');
    expect(times).toHaveLength(120);
    // A burst of a quarter of a second, and as much that was leased just before.
    expect(busiestSecond(times)).toBeLessThanOrEqual(90);
    const lasted = (times.at(-1) ?? 0) - (times[0] ?? 0);
    expect(lasted).toBeGreaterThan(1_500);
    expect(lasted).toBeLessThan(4_000);
  });

  it('counts the segments of a text', async () => {
    const account = await accountWith(12);
    const id = await send(account, 'long '.repeat(80));
    const { times } = start(2, { rate: 18 });
    await until(database, account.id, id, (b) => b.state === 'sent');
    // Three segments each: six messages a second.
    expect(busiestSecond(times)).toBeLessThanOrEqual(8);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1_300);
  });

  it('changes while it runs, from slow to as fast as it goes and back', async () => {
    const account = await accountWith(400);
    const id = await send(account);
    await setSpeed(id, 60);
    const { times } = start(2, { window: 2 });
    await waitFor(
      async () => times.length,
      (n) => n >= 2,
    );
    const { rows } = await database.engine.query(
      'select waits_for from lane where broadcast_id = $1',
      [id],
    );
    expect(rows).toEqual([{ waits_for: 'rate' }]);
    expect(times.length).toBeLessThanOrEqual(3);
    await setSpeed(id, null);
    await waitFor(
      async () => times.length,
      (n) => n >= 40,
      1_500,
    );
    await setSpeed(id, 6);
    const slowed = performance.now();
    await waitFor(
      async () => times.length,
      () => performance.now() > slowed + 1_200,
    );
    expect(times.filter((t) => t > slowed + 200).length).toBeLessThanOrEqual(1);
    await cancelBroadcast(database, clock, account.id, id);
  });

  it('sleeps where the next message is minutes away, and goes on when its time has come', async () => {
    const account = await accountWith(3);
    const id = await send(account);
    await setSpeed(id, 1);
    const { times } = start(2);
    const asleep = () =>
      waitFor(
        async () =>
          (
            await database.engine.query<{ at: Date }>(
              'select wake_at as at from lane where broadcast_id = $1 and wake_at > $2',
              [id, clock.now()],
            )
          ).rows.length,
        (n) => n === 1,
      );
    for (const sent of [1, 2, 3]) {
      await waitFor(
        async () => times.length,
        (n) => n === sent,
      );
      if (sent < 3) await asleep();
      clock.advance(70_000);
    }
    await until(database, account.id, id, (b) => b.state === 'sent');
  });
});
