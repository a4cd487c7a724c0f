import type { Account } from '../src/account/account.ts';
import type { Database } from '../src/platform/database.ts';

/** What a benchmark runs on: an empty, migrated database of its own. */
export type BenchmarkSetting = { database: Database; account: Account };

/** One round: how much was done in a unit of time by us and by the baseline, in the same process start. */
export type Round = { ours: number; baseline: number };

/** A benchmark runs several rounds; the median of the ratios is reported. */
export type Benchmark = {
  name: string;
  /** What is counted, such as “recipients/s”: more is better. */
  unit: string;
  /** The ratio below which we would be ashamed. */
  aim: number;
  rounds: number;
  prepare(setting: BenchmarkSetting): Promise<() => Promise<Round>>;
};

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
