import ICAL from 'ical.js';
import { BoundedIterator, type Budget } from './bounded-iterator.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';

const DAY = 86_400_000;
const PERIODS: Readonly<Record<string, number>> = {
  SECONDLY: 1000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: DAY,
  WEEKLY: 7 * DAY,
};

/**
 * The wall clocks (as if UTC, milliseconds) at which a rule that starts at `start` comes true, in
 * order and without end unless COUNT ends it; those before `from` may be passed over. UNTIL is the
 * caller's. Throws OutOfSteps when the budget is used up.
 */
export function* expandRule(
  { recur }: RecurrenceRule,
  start: number,
  from: number,
  budget: Budget,
): Generator<number> {
  const iterator = new BoundedIterator(recur, timeOf(skipTo(recur, start, from)), budget);
  for (let next = iterator.next(); next; next = iterator.next()) yield wallOfTime(next);
}

/**
 * A later start from which the rule goes through the same instances: whole intervals on. Years of a
 * daily event need not be walked through. COUNT counts from the true start, so it forbids this.
 */
function skipTo(recur: ICAL.Recur, start: number, from: number): number {
  const period = PERIODS[recur.freq];
  if (period === undefined || recur.count || 'BYSETPOS' in recur.parts) return start;
  const stride = period * recur.interval;
  return start + Math.max(0, Math.floor((from - start) / stride) - 1) * stride;
}

function timeOf(wall: number): ICAL.Time {
  const date = new Date(wall);
  const data = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    isDate: false,
  };
  return new ICAL.Time(data, ICAL.Timezone.localTimezone);
}

function wallOfTime(time: ICAL.Time): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
}
