import { join } from 'node:path';
import { systemClock } from '../src/platform/clock.ts';
import { give } from '../src/platform/signals.ts';
import { setPaused } from '../src/schedule/take-back.ts';
import { administer } from '../test/support/break-connections.ts';
import { type Benchmark, inRounds, medianOf, timed } from './benchmark.ts';
import { isSent, takeTo } from './broadcast.ts';
import { Crew } from './crew.ts';
import { everythingOn } from './everything-on.ts';
import { MILLION } from './million.ts';
import { addPeople } from './people.ts';
import { type BenchmarkSetting, openSetting } from './setting.ts';

const SMALL = 2_000;
const ROUNDS = 9;

/**
 * Sending a small broadcast beside a paused one of 1,000,000 that had begun, against the same in a
 * database of the same server that has no other; by a worker process each, in turns.
 */
export const paused: Benchmark = {
  name: 'paused',
  async run(setting) {
    await administer(setting.database, 'create database alone');
    // Of its own data folder too: processes of one tell each other what they saw of their database.
    const alone = await openSetting(setting.postgres, join(setting.folder, 'alone'), 'alone');
    try {
      return [await compared(setting, alone)];
    } finally {
      await alone.database.close();
    }
  },
};

async function compared(beside: BenchmarkSetting, alone: BenchmarkSetting) {
  const small = { beside: await prepared(beside), alone: await prepared(alone) };
  const large = await takeTo(beside, await addPeople(beside, MILLION));
  for (const each of [beside, alone]) await administer(each.database, 'vacuum analyze');
  const crews = [await Crew.start(beside, 1), await Crew.start(alone, 1)];
  try {
    await hasBegun(beside, large);
    const { database, account } = beside;
    await setPaused(database, systemClock, account.id, large, true, 'Sam Keller');
    const round = async () => {
      const baseline = await sendingTime(alone, small.alone);
      const ours = await sendingTime(beside, small.beside);
      return { ours, baseline };
    };
    await inRounds(2, round);
    return medianOf(await inRounds(ROUNDS, round), {
      name: 'paused',
      unit: `ms for ${SMALL} messages`,
      aim: { most: 1.05 },
    });
  } finally {
    for (const crew of crews) await crew.stop();
  }
}

async function prepared(setting: BenchmarkSetting): Promise<string> {
  await everythingOn(setting, { window: 50, delay: 0 });
  return addPeople(setting, SMALL);
}

async function hasBegun({ database, account }: BenchmarkSetting, id: string): Promise<void> {
  for (;;) {
    const { rowCount } = await database.engine.query(
      `select from broadcast_count
        where account_id = $1 and broadcast_id = $2 and outcome = 'with_carrier' and n > 1000`,
      [account.id, id],
    );
    if (rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Milliseconds from the signal that a broadcast is due until all of it is sent; not its taking. */
async function sendingTime(setting: BenchmarkSetting, calendarId: string): Promise<number> {
  const { database, account } = setting;
  await database.engine.query('delete from contacted where account_id = $1', [account.id]);
  const id = await takeTo(setting, calendarId);
  return timed(async () => {
    await give(database.engine, { topic: 'work' });
    await isSent(setting, id);
  });
}
