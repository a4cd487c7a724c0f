import { give } from '../src/platform/signals.ts';
import { administer } from '../test/support/break-connections.ts';
import { type Benchmark, inRounds, type Measure, median, medianOf } from './benchmark.ts';
import { forgetBroadcasts, isSent, takeTo } from './broadcast.ts';
import { Crew } from './crew.ts';
import { everythingOn } from './everything-on.ts';
import { MILLION } from './million.ts';
import { addPeople } from './people.ts';
import { serverTime } from './server-time.ts';
import type { BenchmarkSetting } from './setting.ts';

const AUDIENCE = 10_000;
/** For each worker, so that its code is compiled before anything is measured. */
const WARM = 1_500;
const ROUNDS = 3;
/** How many of 1,000,000 are measured. */
const PART = 60_000;

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
 * 50 ms and takes 50 at once of each process: how much faster, and for how much processor time. Then 60,000
 * of a broadcast of 1,000,000 by four, after the first 6,000.
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
      await ofMillion(setting, median(rounds.map(({ four }) => four.ours))),
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

/** Four workers in the midst of 1,000,000: the first ones warm them, a part is measured, the rest is left. */
async function ofMillion(setting: BenchmarkSetting, baseline: number): Promise<Measure> {
  await takeTo(setting, await addPeople(setting, MILLION));
  await administer(setting.database, 'vacuum analyze');
  const crew = await Crew.start(setting, 4);
  try {
    const [from, server] = [
      await sentOf(setting, WARM * 4),
      await serverTime(setting.postgres.pid()),
    ];
    const used = await crew.processorTime();
    const to = await sentOf(setting, from + PART);
    const ours = ((await crew.processorTime()) - used) / (to - from);
    const serverThen = await serverTime(setting.postgres.pid());
    const postgres = ((serverThen ?? Number.NaN) - (server ?? Number.NaN)) / (to - from);
    return {
      name: 'workers-1m-time',
      unit: 'µs of processor a message',
      ours,
      baseline,
      ratio: ours / baseline,
      aim: { most: 1.2 },
      facts: { messages: to - from, postgres },
    };
  } finally {
    await crew.stop();
  }
}

/** Waits until so many are sent, and tells how many are by then. */
async function sentOf({ database, account }: BenchmarkSetting, least: number): Promise<number> {
  for (;;) {
    const { rows } = await database.engine.query<{ n: number }>(
      `select count(*) as n from attempt where account_id = $1 and state = 'accepted'`,
      [account.id],
    );
    const n = rows[0]?.n ?? 0;
    if (n >= least) return n;
    await new Promise((resolve) => setTimeout(resolve, 250));
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
