import type { FieldSentence } from '../contract/said.ts';
import type { AppointmentInput } from '../contract/typed-appointment.ts';
import {
  instantOfWall,
  startOfDay,
  type WallClockProblem,
  wallClockSentence,
} from '../platform/wall-clock.ts';
import type { CalendarEvent } from './calendar.ts';

/** When an appointment is, as it is stored. */
export type EventTimes = Pick<CalendarEvent, 'startsAt' | 'endsAt' | 'timeZone' | 'allDay'>;

/** Why typed times are not taken; `code` where it is a wall clock that is asked about. */
export type TimesProblem = { problems: FieldSentence[]; code?: WallClockProblem };

/** Reads times as they were typed, in their zone or in the account's (`home`). */
export function readTimes(
  times: AppointmentInput['times'],
  home: string,
): EventTimes | TimesProblem {
  const { start, end, timeZone = home } = times;
  const allDay = !start.includes('T');
  const startsAt = allDay ? dayOf(timeZone, start, 0) : instantOfWall(timeZone, start);
  if (!(startsAt instanceof Date)) return asked(startsAt, 'start', start, timeZone);
  // The last day is one of them.
  const endsAt = allDay ? dayOf(timeZone, end, 1) : instantOfWall(timeZone, end);
  if (!(endsAt instanceof Date)) return asked(endsAt, 'end', end, timeZone);
  if (endsAt < startsAt || (allDay && end < start)) {
    return { problems: [{ path: 'times.end', message: /*i18n*/ 'It ends before it begins.' }] };
  }
  return { startsAt, endsAt, timeZone, allDay };
}

function dayOf(zone: string, day: string, daysLater: number): Date | WallClockProblem {
  return startOfDay(zone, day, daysLater) ?? 'invalid_time';
}

function asked(
  code: WallClockProblem,
  name: 'start' | 'end',
  wall: string,
  zone: string,
): TimesProblem {
  const message = wallClockSentence(code, wall, zone);
  return { code, problems: [{ path: `times.${name}`, message }] };
}

/** All that is wrong with what was typed: its times first, then its people. */
export function whatIsWrong(
  times: object | TimesProblem,
  people: object | { problems: FieldSentence[] },
): TimesProblem {
  const ofTimes = 'problems' in times ? times : { problems: [] };
  const ofPeople = 'problems' in people ? people.problems : [];
  return { ...ofTimes, problems: [...ofTimes.problems, ...ofPeople] };
}
