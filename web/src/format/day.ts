import { t } from '@lingui/core/macro';
import { locale } from './locale.ts';

// A civil day ("2026-03-08") is computed with as a midnight in UTC, where no day is short or long.

/** The day that it is now in a zone, as in 2026-03-08. */
export function dayIn(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** When a day begins: what a formatter in UTC is given. */
export function midnightOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day so many days after (or before) another. */
export function addDays(day: string, days: number): string {
  const date = midnightOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const sameYear = new Intl.DateTimeFormat(locale, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
});
const otherYear = new Intl.DateTimeFormat(locale, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

const short = new Intl.DateTimeFormat(locale, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** A day where there is little room: "Fri, Nov 27". */
export function shortDay(day: string): string {
  return short.format(midnightOf(day));
}

/** A day in words: "Today", "Tomorrow", "Mon 8 March", with its year where that is not this one. */
export function dayInWords(day: string, today: string): string {
  const words = (day.slice(0, 4) === today.slice(0, 4) ? sameYear : otherYear).format(
    midnightOf(day),
  );
  if (day === today) return t`Today, ${words}`;
  if (day === addDays(today, 1)) return t`Tomorrow, ${words}`;
  return words;
}
