import { dice } from '../dice.ts';

/**
 * What goes wrong with a message at the carrier.
 * - refused: never taken, for good; it is this person's, however often it is tried.
 * - throttled: not taken, and said so: later.
 * - away: not taken, in an answer that proves nothing (HTTP 503).
 * - cut before: not taken, and the connection breaks.
 * - cut: taken, and the connection breaks.
 * - late: taken, and the answer comes when nobody waits any more.
 * - broken: taken, and the answer says that something went wrong (HTTP 500).
 */
export type Fault =
  | 'none'
  | 'refused'
  | 'throttled'
  | 'away'
  | 'cut before'
  | 'cut'
  | 'late'
  | 'broken';

/** Faults besides lost replies, and how often. */
const OTHERS: readonly (readonly [Fault, number])[] = [
  ['throttled', 0.005],
  ['away', 0.003],
  ['cut before', 0.002],
];
const REFUSED = 0.001;

/** Decides by seed, person and how often that person was tried before. */
export function faultOf(
  { seed, lostReplies }: { seed: number; lostReplies: number },
  person: number,
  tries: number,
): Fault {
  if (isRefused(seed, person)) return 'refused';
  const faults: readonly (readonly [Fault, number])[] = [
    ['cut', lostReplies / 2],
    ['late', lostReplies / 4],
    ['broken', lostReplies / 4],
    ...OTHERS,
  ];
  let left = dice(seed, 'fault', person, tries);
  for (const [fault, share] of faults) {
    if (left < share) return fault;
    left -= share;
  }
  return 'none';
}

/** Whether the carrier never takes anything for this person. */
export function isRefused(seed: number, person: number): boolean {
  return dice(seed, 'refused', person) < REFUSED;
}

/** Milliseconds that an answer takes: most are quick. */
export function delayOf(seed: number, person: number, tries: number): number {
  return 10 + 150 * dice(seed, 'delay', person, tries) ** 2;
}
