import { addDays, midnightOf } from './day.ts';

// A month is its first seven characters, as in 2026-03; days are as in day.ts.

/** The day of the week with which weeks begin where the reader lives: 1 is Monday, 7 Sunday (ISO 8601). */
export function firstWeekday(tag: string): number {
  // Not all browsers know it yet, nor does TypeScript; where it is not known, ISO 8601 decides.
  const known = new Intl.Locale(tag) as Intl.Locale & { getWeekInfo?(): { firstDay: number } };
  return known.getWeekInfo?.().firstDay ?? 1;
}

/** The whole weeks that hold a month: of its first and last week also the days of others. */
export function weeksOf(month: string, firstDay: number): string[][] {
  const first = `${month}-01`;
  const start = addDays(first, -((weekdayOf(first) - firstDay + 7) % 7));
  const end = `${addMonths(month, 1)}-01`;
  const weeks: string[][] = [];
  for (let week = start; week < end; week = addDays(week, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(week, n)));
  }
  return weeks;
}

/** The month so many after (or before) another. */
export function addMonths(month: string, months: number): string {
  const date = midnightOf(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** The same day of another month; its last day where it has no such. */
export function dayInMonth(day: string, month: string): string {
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** The day of the week: 1 is Monday, 7 Sunday. */
export function weekdayOf(day: string): number {
  return midnightOf(day).getUTCDay() || 7;
}
