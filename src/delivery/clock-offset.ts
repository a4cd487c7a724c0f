import { type RunningClock, systemClock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';

/**
 * Milliseconds by which a machine's clock may differ from PostgreSQL's. Two machines then differ by four
 * seconds at most, less than the grace of five (lane-run.ts) that an attempt has beyond its provider's
 * time-out: none takes another's call for given up while it still waits for the answer.
 */
const TOLERANCE = 2_000;

/**
 * Milliseconds by which the clock is ahead of PostgreSQL's, negative where it is behind. The server read
 * its clock while we waited for the answer: of the differences that fit, the smallest.
 */
export async function clockOffset(client: Queryable, clock: RunningClock): Promise<number> {
  const asked = clock.now().getTime();
  const began = clock.monotonic();
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
  const took = clock.monotonic() - began;
  const earliest = asked - (rows[0]?.at.getTime() ?? asked);
  const latest = earliest + took;
  if (earliest > 0) return earliest;
  return latest < 0 ? latest : 0;
}

/**
 * Why this machine must not send by its clock, in a sentence that says what to do; null where it may.
 * A clock that is moved by hand, as tests and simulations do, is left in peace.
 */
export async function clockProblem(client: Queryable, clock: RunningClock): Promise<string | null> {
  if (clock !== systemClock) return null;
  return describeOffset(await clockOffset(client, clock));
}

/** The sentence for an offset in milliseconds; null within the tolerance. */
export function describeOffset(offset: number): string | null {
  if (Math.abs(offset) <= TOLERANCE) return null;
  const seconds = (Math.abs(offset) / 1_000).toFixed(1);
  const where = offset > 0 ? 'ahead of' : 'behind';
  return `The clock of this machine is ${seconds} seconds ${where} that of PostgreSQL, so Headsup sends nothing from here: let NTP set the clocks of both (timedatectl set-ntp true).`;
}
