import { now } from '../clock.ts';
import { locale } from './locale.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();
const moments = new Map<string, Intl.DateTimeFormat>();

/** The time of day of an instant in a zone: "9:00" or "9:00 AM", as the reader writes it. */
export function timeIn(timeZone: string, instant: string): string {
  return kept(clocks, timeZone, { hour: 'numeric', minute: '2-digit' }).format(new Date(instant));
}

/** Day and time of an instant in a zone, to the minute: "Mon, 8 Mar, 09:00". */
export function momentIn(timeZone: string, instant: string): string {
  return kept(moments, timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(instant));
}

const walls = new Intl.DateTimeFormat(locale, {
  timeZone: 'UTC',
  hour: 'numeric',
  minute: '2-digit',
});

/** A wall clock as in 02:30, as the reader writes it: "2:30 AM". */
export function wallTime(wall: string): string {
  return walls.format(new Date(`1970-01-01T${wall}Z`));
}

const short = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

/** Day and time on the reader's own clock, to the minute. */
export function shortMoment(instant: string): string {
  return short.format(new Date(instant));
}

const secondsToday = new Intl.DateTimeFormat(locale, {
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});
const seconds = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});

/**
 * A moment on the reader's own clock, to the second, for what a carrier said and when; with its day
 * where that is not today.
 */
export function exactMoment(instant: string): string {
  const date = new Date(instant);
  const isToday = date.toDateString() === new Date(now()).toDateString();
  return (isToday ? secondsToday : seconds).format(date);
}

function kept(
  cache: Map<string, Intl.DateTimeFormat>,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const known = cache.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  cache.set(timeZone, made);
  return made;
}
