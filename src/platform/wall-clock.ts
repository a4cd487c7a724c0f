import { Temporal } from 'temporal-polyfill';
import type { Said } from '../contract/said.ts';

/** Why a wall clock shows no single instant. */
export type WallClockProblem = 'invalid_time' | 'time_does_not_exist' | 'time_exists_twice';

/**
 * The instant at which a wall clock (`2026-03-08T09:00`) shows in a zone. A time that the clocks skip or show
 * twice is not guessed at (Temporal's disambiguation 'reject'): the person is asked for another.
 */
export function instantOfWall(zone: string, wall: string): Date | WallClockProblem {
  const plain = readPlain(wall);
  if (!plain) return 'invalid_time';
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!later.toPlainDateTime().equals(plain)) return 'time_does_not_exist';
  if (!earlier.equals(later)) return 'time_exists_twice';
  return new Date(earlier.epochMilliseconds);
}

/**
 * The same where nobody can be asked: a time that is skipped comes as much later as the clocks went
 * on, one that is shown twice the first time. Null for what is in no calendar.
 */
export function likelyInstantOf(zone: string, wall: string): Date | null {
  const plain = readPlain(wall);
  return plain && new Date(plain.toZonedDateTime(zone).epochMilliseconds);
}

/** When a day (`2026-03-08`) begins in a zone, `daysLater` days on; null for a day that is in no calendar. */
export function startOfDay(zone: string, day: string, daysLater: number): Date | null {
  const plain = readPlain(day)?.toPlainDate().add({ days: daysLater });
  return plain ? new Date(plain.toZonedDateTime(zone).epochMilliseconds) : null;
}

/** What is wrong with a wall clock, and what to do, for the person who chose it; `where` names the zones. */
export function wallClockSentence(
  problem: WallClockProblem,
  wall: string,
  where: string | Said,
): Said {
  const [day, time] = [wall.slice(0, 10), wall.slice(11)];
  switch (problem) {
    case 'invalid_time':
      return {
        text: /*i18n*/ 'There is no {moment} in the calendar.',
        values: { moment: `${day} ${time}`.trim() },
      };
    case 'time_does_not_exist':
      return {
        text: /*i18n*/ 'On that day the clocks in {where} go from before {time} straight past it; choose a time before or after.',
        values: { where, time },
      };
    case 'time_exists_twice':
      return {
        text: /*i18n*/ 'On that day the clocks in {where} show {time} twice; choose a time before or after that hour.',
        values: { where, time },
      };
  }
}

function readPlain(wall: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
  } catch {
    return null;
  }
}
