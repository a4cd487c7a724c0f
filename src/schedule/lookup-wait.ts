/** Milliseconds for which a message waits at most until the numbers of its people are looked up. */
const LOOKUP_WAIT = 30_000;

/** Until when one that is made now waits for that. */
export function lookupUntil(now: Date): Date {
  return new Date(now.getTime() + LOOKUP_WAIT);
}

/** Whether one still waits. A time that is far ahead was written by a clock ahead, and holds up nobody. */
export function waitsForLookup(until: Date | null, now: Date): boolean {
  return until !== null && until > now && until <= lookupUntil(now);
}
