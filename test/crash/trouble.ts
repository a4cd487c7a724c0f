import { dice } from './dice.ts';
import type { Settings } from './settings.ts';

/** What is crashed, once so many messages have been taken and `pause` milliseconds later. */
export type Trouble = { after: number; pause: number } & (
  | { what: 'worker'; place: number }
  | { what: 'stall'; place: number; milliseconds: number }
  | { what: 'database'; away: number }
);

/** The last tenth of the messages is left, so that each crash has something to disturb. */
const SPREAD = 0.9;
/** Milliseconds: long enough that what the worker had on the wire has been settled without it. */
const LONGEST_STALL = 40_000;

/** All crashes of a run, in order; the first strikes while the recipients are written. */
export function troublesOf(settings: Settings): Trouble[] {
  const { messages, kills, dbCrashes, stalls, workers, seed } = settings;
  const when = (what: string, index: number) => ({
    after: Math.floor(SPREAD * messages * dice(seed, what, index)),
    pause: 100 * dice(seed, what, index, 'pause'),
  });
  const ofWorkers = Array.from({ length: kills }, (_, index) => ({
    ...when('kill', index),
    what: 'worker' as const,
    place: Math.floor(workers * dice(seed, 'victim', index)),
  }));
  const ofDatabase = Array.from({ length: dbCrashes }, (_, index) => ({
    ...when('crash', index),
    what: 'database' as const,
    away: 1_000 * dice(seed, 'away', index),
  }));
  const ofStalls = Array.from({ length: stalls }, (_, index) => ({
    ...when('stall', index),
    what: 'stall' as const,
    place: Math.floor(workers * dice(seed, 'stalled', index)),
    milliseconds: LONGEST_STALL * dice(seed, 'stall', index, 'for'),
  }));
  const all: Trouble[] = [...ofWorkers, ...ofStalls, ...ofDatabase].toSorted(
    (a, b) => a.after - b.after,
  );
  return all.map((trouble, index) => (index === 0 ? { ...trouble, after: 0 } : trouble));
}
