import type { Appointment } from '../../../../src/contract/appointment.ts';
import { addDays, dayIn } from '../../format/day.ts';

const DAY = 86_400_000;

/**
 * The last day of an appointment by the account's clock, where it ends on a later day than it begins;
 * null for most. An end at midnight belongs to the day before; whole days are counted, whatever zone
 * they were meant in.
 */
export function lastDay(
  { day, startsAt, endsAt, allDay }: Pick<Appointment, 'day' | 'startsAt' | 'endsAt' | 'allDay'>,
  timeZone: string,
): string | null {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  // A clock that is set makes a day an hour longer or shorter: hence rounded.
  const last = allDay
    ? addDays(day, Math.round((end - start) / DAY) - 1)
    : dayIn(timeZone, end - 1);
  return last > day ? last : null;
}
