import type { Capabilities } from '../../src/providers/provider.ts';
import type { Random } from './random.ts';

const NAMES = ['Ann', 'Bob', 'Cat', 'Dan', 'Eve', 'Fay', 'Gus', 'Hal'];
const SECOND = 1_000;

/** What the carrier does to a message, each as likely as its weight. */
export type CarrierHabits = {
  accepts: number;
  refuses: number;
  isBusy: number;
  losesAnswer: number;
  failsUntaken: number;
  isSilent: number;
  answersLate: number;
  breaks: number;
};

/** What a seed makes, besides the order of things. */
export type Scenario = {
  people: readonly { name: string; address: string }[];
  broadcasts: readonly { isLater: boolean }[];
  workers: number;
  capabilities: Capabilities;
  habits: CarrierHabits;
  /** Chances that a statement is cut off, that its reply is lost, that a transaction is torn. */
  cut: number;
  lost: number;
  torn: number;
  /** Whether statements that only read wait, and may fail, like those that write. */
  holdsReaders: boolean;
  /** Weights of what happens to machines, and of what people do, among everything that could happen. */
  crash: number;
  outage: number;
  sleep: number;
  skew: number;
  desk: number;
  /** So many things happen before calm. */
  length: number;
};

/** Draws what a seed makes; each fault is missing from some seeds, so that others show. */
export function drawScenario(random: Random): Scenario {
  const sometimes = (most: number) => (random.chance(0.6) ? (0.2 + random.next() * 0.8) * most : 0);
  const people = NAMES.slice(0, random.pick([1, 2, 3, 4, 8])).map((name, n) => ({
    name,
    address: `+1212555010${n}`,
  }));
  return {
    people,
    broadcasts: random.chance(0.3)
      ? [{ isLater: false }, { isLater: random.chance(0.5) }]
      : [{ isLater: false }],
    workers: random.between(1, 3),
    capabilities: {
      window: random.between(1, 4),
      timeout: random.pick([2, 10, 30]) * SECOND,
      receipts: random.chance(0.6),
      query: random.chance(0.6),
      listing: false,
      uniqueRefs: random.chance(0.5),
      visibilityLag: random.pick([0, 1, 30, 120]) * SECOND,
    },
    habits: {
      accepts: 6,
      refuses: sometimes(1),
      isBusy: sometimes(3),
      losesAnswer: sometimes(2),
      failsUntaken: sometimes(2),
      isSilent: sometimes(2),
      answersLate: sometimes(2),
      breaks: sometimes(1),
    },
    cut: sometimes(0.05),
    lost: sometimes(0.05),
    torn: sometimes(0.6),
    holdsReaders: random.chance(0.2),
    crash: sometimes(0.6),
    outage: sometimes(0.3),
    sleep: sometimes(0.15),
    skew: sometimes(0.3),
    desk: sometimes(1.5),
    length: random.between(30, 90),
  };
}
