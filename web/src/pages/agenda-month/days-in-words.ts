import { plural, t } from '@lingui/core/macro';
import { addDays, midnightOf } from '../../format/day.ts';
import { locale } from '../../format/locale.ts';

const gregorian = { timeZone: 'UTC', calendar: 'gregory' } as const;
const months = new Intl.DateTimeFormat(locale, { ...gregorian, month: 'long', year: 'numeric' });
const days = new Intl.DateTimeFormat(locale, {
  ...gregorian,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const long = new Intl.DateTimeFormat(locale, { ...gregorian, weekday: 'long' });
const short = new Intl.DateTimeFormat(locale, { ...gregorian, weekday: 'short' });

/** A month with its year: "March 2026". */
export function monthInWords(month: string): string {
  return months.format(midnightOf(`${month}-01`));
}

/** A day whole, with what it has: "Sunday, March 8, 2026, 14 appointments"; what is not known yet is not said. */
export function dayAtLength(day: string, appointments: number | undefined): string {
  const date = days.format(midnightOf(day));
  if (appointments === undefined) return date;
  return t`${date}, ${plural(appointments, { 0: 'no appointments', one: '# appointment', other: '# appointments' })}`;
}

/** The names of seven days from one on, long and short. */
export function weekdayNames(first: string): { long: string; short: string }[] {
  return Array.from({ length: 7 }, (_, n) => midnightOf(addDays(first, n))).map((day) => ({
    long: long.format(day),
    short: short.format(day),
  }));
}
