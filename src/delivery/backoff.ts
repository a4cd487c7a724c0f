const SECOND = 1_000;
const LONGEST = 5 * 60 * SECOND;
/** No provider makes us wait longer; what it asked for may be nonsense. */
const LONGEST_ASKED = 24 * 60 * 60 * SECOND;
/** After so many attempts a failure that could be tried again is final. */
const LIMIT = 8;

/**
 * When to try again after attempt `number` (from 1) failed with proof that it was not taken: doubling
 * from a second to five minutes, spread at random so that a thousand failures do not come back at
 * once, and never before the provider asked. Null after the last; there is none where it is `isEndless`.
 */
export function nextTry(
  number: number,
  now: Date,
  retryAfter = 0,
  { isEndless = false, random = Math.random }: { isEndless?: boolean; random?: () => number } = {},
): Date | null {
  if (number >= LIMIT && !isEndless) return null;
  const ceiling = Math.min(LONGEST, SECOND * 2 ** (number - 1));
  const asked = retryAfter > 0 ? Math.min(retryAfter, LONGEST_ASKED) : 0;
  const wait = Math.max(asked, ceiling * (0.5 + random() / 2));
  return new Date(now.getTime() + wait);
}
