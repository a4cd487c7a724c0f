import { give } from '../src/platform/signals.ts';
import { type Benchmark, inRounds, type Measure, median, medianOf } from './benchmark.ts';
import { forgetBroadcasts, isSent, takeTo } from './broadcast.ts';
import { Crew } from './crew.ts';
import { everythingOn } from './everything-on.ts';
import { addPeople } from './people.ts';
import { serverTime } from './server-time.ts';
import type { BenchmarkSetting } from './setting.ts';

const AUDIENCE = 10_000;
/** For each worker, so that its code is compiled before anything is measured. */
const WARM = 1_500;
const ROUNDS = 3;

/** What a run of a broadcast by some workers came to. */
type Run = {
  /** Messages a second, from the first attempt to the last answer. */
  rate: number;
  /** Processor time of the workers and of PostgreSQL, in microseconds a message. */
  ours: number;
  server: number;
};

/**
 * A broadcast of 10,000 by one worker process, by two and by four, through a provider that answers after
 * 50 ms and takes 50 at once of each process: how much faster, and for how much processor time.
 */
export const workers: Benchmark = {
  name: 'workers',
  async run(setting) {
    await everythingOn(setting, { window: 50, delay: 50 });
    const calendars = {
      all: await addPeople(setting, AUDIENCE),
      warm: await addPeople(setting, WARM),
    };
    const rounds = await inRounds(ROUNDS, async () => ({
      one: await runOf(setting, calendars, 1),
      two: await runOf(setting, calendars, 2),
      four: await runOf(setting, calendars, 4),
    }));
    const rate = (size: 'two' | 'four', least: number): Measure =>
      medianOf(
        rounds.map((round) => ({ ours: round[size].rate, baseline: round.one.rate })),
        { name: `workers-${size}`, unit: 'messages/s', aim: { least } },
      );
    const serverOf = (size: 'one' | 'four') => median(rounds.map((round) => round[size].server));
    return [
      rate('two', 1.9),
      rate('four', 3.5),
      medianOf(
        rounds.map(({ one, four }) => ({ ours: four.ours, baseline: one.ours })),
        {
          name: 'workers-four-time',
          unit: 'µs of processor a message',
          aim: { most: 1.15 },
          facts: { postgresWithOne: serverOf('one'), postgresWithFour: serverOf('four') },
        },
      ),
    ];
  },
};

async function runOf(
  setting: BenchmarkSetting,
  calendars: { all: string; warm: string },
  size: number,
): Promise<Run> {
  const crew = await Crew.start(setting, size);
  try {
    for (let warmed = 0; warmed < size; warmed += 1) {
      await isSent(setting, await begun(setting, calendars.warm));
    }
    const [ours, server] = [await crew.processorTime(), await serverTime(setting.postgres.pid())];
    // Not the taking, which is no worker's work.
    const since = new Date();
    await isSent(setting, await begun(setting, calendars.all));
    const oursThen = await crew.processorTime();
    const serverThen = await serverTime(setting.postgres.pid());
    return {
      rate: await rateOf(setting, since),
      ours: (oursThen - ours) / AUDIENCE,
      server: ((serverThen ?? Number.NaN) - (server ?? Number.NaN)) / AUDIENCE,
    };
  } finally {
    await crew.stop();
    await forgetBroadcasts(setting);
  }
}

async function begun(setting: BenchmarkSetting, calendarId: string): Promise<string> {
  const id = await takeTo(setting, calendarId);
  await give(setting.database.engine, { topic: 'work' });
  return id;
}

async function rateOf({ database, account }: BenchmarkSetting, since: Date): Promise<number> {
  const { rows } = await database.engine.query<{ rate: number }>(
    `select (count(*) / extract(epoch from max(closed_at) - min(opened_at)))::float8 as rate
       from attempt where account_id = $1 and opened_at >= $2`,
    [account.id, since],
  );
  return rows[0]?.rate ?? Number.NaN;
}
