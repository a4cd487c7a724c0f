import { Temporal } from 'temporal-polyfill';

/** Why a wall clock is no time to send at. */
export type SendTimeProblem =
  | 'time_does_not_exist'
  | 'time_exists_twice'
  | 'time_is_past'
  | 'invalid_time';

/**
 * The instant at which a wall clock shows in a zone. A time that the clocks skip or show twice is
 * not guessed at (Temporal's disambiguation 'reject'): the person is asked for another.
 */
export function sendTimeIn(zone: string, wall: string, now: Date): Date | SendTimeProblem {
  const plain = readPlain(wall);
  if (!plain) return 'invalid_time';
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!later.toPlainDateTime().equals(plain)) return 'time_does_not_exist';
  if (!earlier.equals(later)) return 'time_exists_twice';
  const instant = new Date(earlier.epochMilliseconds);
  return instant.getTime() <= now.getTime() ? 'time_is_past' : instant;
}

/**
 * The same where nobody can be asked: a time that is skipped comes as much later as the clocks went
 * on, one that is shown twice the first time. Null for what is in no calendar.
 */
export function likelyTimeIn(zone: string, wall: string): Date | null {
  const plain = readPlain(wall);
  return plain && new Date(plain.toZonedDateTime(zone).epochMilliseconds);
}

/** What is wrong with a wall clock in these zones, and what to do, for the person who chose it. */
export function sendTimeSentence(
  problem: SendTimeProblem,
  wall: string,
  zones: readonly string[],
): string {
  const [day, time] = [wall.slice(0, 10), wall.slice(11)];
  const where = named(zones);
  switch (problem) {
    case 'invalid_time':
      return `There is no ${day} ${time} in the calendar.`;
    case 'time_does_not_exist':
      return `On that day the clocks in ${where} go from before ${time} straight past it; choose a time before or after.`;
    case 'time_exists_twice':
      return `On that day the clocks in ${where} show ${time} twice; choose a time before or after that hour.`;
    case 'time_is_past':
      return `${day} ${time} in ${where} has passed.`;
  }
}

/** More than these are counted, not named. */
const NAMED = 5;

function named(zones: readonly string[]): string {
  const shown = zones.length > NAMED ? zones.slice(0, NAMED - 1) : zones;
  const rest = zones.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more zones`] : shown;
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function readPlain(wall: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
  } catch {
    return null;
  }
}
