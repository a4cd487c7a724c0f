import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { NO_COUNTS } from '../contract/no-counts.ts';
import { MovableClock } from '../platform/clock.ts';
import { readHistory } from './broadcast-history.ts';
import { foldCounts } from './fold-counts.ts';

const database = await testDatabase();
const clock = new MovableClock();
const audience = { appointments: { filter: {}, excludeIds: [] }, people: [] };
const MINUTE = 60_000;

it('begins with all that waited and ends with the counts', async () => {
  const account = await testAccount(database);
  await addAppointments(database, account, people(6));
  const id = await take(database, clock, account, {
    audience,
    content: { sms: { text: 'Hello' } },
  });
  expect((await readHistory(database.engine, account.id, id, clock.now())).points).toEqual([]);
  const { double } = carrier((address) =>
    address.endsWith('1')
      ? { outcome: 'rejected', reason: 'unreachable', code: null, answer: 'off' }
      : taken,
  );
  const engine = startEngine(database, clock, double);
  await until(database, account.id, id, (b) => b.state === 'sent');
  await engine.stop();
  const { points } = await readHistory(database.engine, account.id, id, clock.now());
  expect(points[0]?.counts).toEqual({ ...NO_COUNTS, waiting: 6 });
  const last = await kept(database, account.id, id);
  expect(points.at(-1)?.counts).toEqual({ ...NO_COUNTS, ...last });
  expect(last.not_delivered).toBeGreaterThan(0);
  const times = points.map(({ at }) => Date.parse(at));
  expect(times).toEqual([...new Set(times)].sort());
});

it('stays small and true, however long it takes', async () => {
  const account = await testAccount(database);
  await addAppointments(database, account, people(1));
  const id = await take(database, clock, account, {
    audience,
    content: { sms: { text: 'Hello' } },
  });
  const begun = Date.parse('2026-03-08T09:00:00Z');
  let delivered = 0;
  const deliver = async (after: number) => {
    await database.engine.query(
      `insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
       values ($1, $2, 'sms', 'delivered', 1)`,
      [account.id, id],
    );
    await foldCounts(database.engine, account.id, id, new Date(begun + after));
    delivered += 1;
  };
  const read = () => readHistory(database.engine, account.id, id, new Date(begun + 90 * MINUTE));
  for (const second of [0, 1, 1.2, 2, 59]) await deliver(second * 1_000);
  expect((await read()).stepSeconds).toBe(1);
  expect((await read()).points.slice(0, 4).map(({ counts }) => counts.delivered)).toEqual([
    0, 1, 3, 4,
  ]);
  for (let minute = 1; minute <= 3 * 1_440; minute += 7) await deliver(minute * MINUTE);
  const { points, stepSeconds } = await read();
  expect(points.length).toBeLessThanOrEqual(61);
  expect(stepSeconds).toBe(6 * 3_600);
  expect(points.at(-1)?.counts.delivered).toBe(delivered);
  const { rows } = await database.engine.query<{ n: number }>(
    'select count(*) as n from broadcast_history where account_id = $1 and broadcast_id = $2',
    [account.id, id],
  );
  // So much is kept of 623 changes: all of the first hours, and then one an hour.
  expect(rows[0]?.n).toBeLessThan(280);
});
