import { expect, it } from 'vitest';
import { testDatabase } from '../../test/support/test-database.ts';
import { MovableClock, systemClock } from '../platform/clock.ts';
import { clockOffset, clockProblem } from './clock-offset.ts';

const database = await testDatabase();

it.each([7_200_000, 5_000, -5_000])('finds a clock that is %i ms off', async (milliseconds) => {
  const clock = new MovableClock();
  clock.advance(milliseconds);
  const offset = await clockOffset(database.ledger, clock);
  expect(Math.abs(offset - milliseconds)).toBeLessThan(1_000);
});

it('does not take a slow answer for a wrong clock', async () => {
  const slow = {
    query: async () => {
      const { rows } = await database.ledger.query('select clock_timestamp() as at');
      later += 10_000;
      return { rows };
    },
  };
  let later = 0;
  const clock = { ...systemClock, monotonic: () => performance.now() + later };
  // Of a connection the guard needs `query` alone.
  expect(await clockOffset(slow as never, clock)).toBe(0);
});

it('asks of the system’s own clock only', async () => {
  const clock = new MovableClock();
  clock.advance(3_600_000);
  expect(await clockProblem(database.ledger, clock)).toBeNull();
  expect(await clockProblem(database.ledger, systemClock)).toBeNull();
});
