import type { BenchmarkSetting } from './setting.ts';

/** How much was done in a unit of time, or what a unit cost, by us and by the baseline, in one round. */
export type Round = { ours: number; baseline: number };

/** A figure beside its baseline. */
export type Measure = Round & {
  /** The benchmark's, and after a dash which of its figures. */
  name: string;
  /** What is counted, such as “recipients/s”. */
  unit: string;
  /** Of ours to the baseline. */
  ratio: number;
  /** The ratio beyond which we would be ashamed: the least, or where less is better the most. */
  aim: { least: number } | { most: number };
  /** What else was measured and explains it, in units that the names tell. */
  facts?: Readonly<Record<string, number>>;
};

/** What may be asked for: some parts alone (none named: all), and for how long what takes minutes goes on. */
export type Wishes = { only: readonly string[]; minutes: number };

/** A benchmark measures something several times, and reports the median. */
export type Benchmark = {
  name: string;
  /** The names of what it does one after another, where each may be asked for alone. */
  parts?: readonly string[];
  run(setting: BenchmarkSetting, wishes: Wishes): Promise<Measure[]>;
};

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What so many rounds, one after another, returned. */
export async function inRounds<One>(count: number, round: () => Promise<One>): Promise<One[]> {
  const all: One[] = [];
  while (all.length < count) all.push(await round());
  return all;
}

/** The medians of rounds: the ratio's is of the rounds' ratios. */
export function medianOf(
  rounds: readonly Round[],
  measure: Omit<Measure, keyof Round | 'ratio'>,
): Measure {
  return {
    ...measure,
    ours: median(rounds.map(({ ours }) => ours)),
    baseline: median(rounds.map(({ baseline }) => baseline)),
    ratio: median(rounds.map(({ ours, baseline }) => ours / baseline)),
  };
}

/** The one in the middle. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The one below which such a part of them lies. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Whether a measure is as good as is aimed at. */
export function holds({ ratio, aim }: Pick<Measure, 'ratio' | 'aim'>): boolean {
  return 'least' in aim ? ratio >= aim.least : ratio <= aim.most;
}
