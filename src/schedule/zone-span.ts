import { Temporal } from 'temporal-polyfill';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A part of the day by the wall clock, in milliseconds since midnight; `until` may be before `from`. */
export type DayPart = { from: number; until: number };

/** What holds at an instant, and until when (milliseconds since 1970) it does. */
export type Span = { isInside: boolean; until: number };

/** The part of the day between two wall clocks as in 21:00; from is in it, until is not. */
export function dayPart(from: string, until: string): DayPart {
  return { from: sinceMidnight(from), until: sinceMidnight(until) };
}

/**
 * Whether the clocks of a zone show a time within a part of the day at `at`, and until when that
 * holds. Decided by what the clocks show and nothing else: an hour that is shown twice is inside
 * twice, one that is skipped never comes. Throws a RangeError for a zone that nobody knows.
 */
export function spanIn(zone: string, part: DayPart, at: number): Span {
  const { isInside } = legFrom(zone, part, at);
  let from = at;
  for (;;) {
    const leg = legFrom(zone, part, from);
    if (leg.isInside !== isInside) return { isInside, until: from };
    const change = nextChange(zone, from);
    if (change === null || change > leg.until) return { isInside, until: leg.until };
    from = change;
  }
}

/** What holds at an instant, and until when it would if the clocks were not changed. */
function legFrom(zone: string, { from, until }: DayPart, at: number): Span {
  const { offsetNanoseconds } = moment(zone, at);
  const shown = modulo(at + offsetNanoseconds / 1e6, DAY);
  const isInside = from < until ? shown >= from && shown < until : shown >= from || shown < until;
  return { isInside, until: at + modulo((isInside ? until : from) - shown, DAY) };
}

function nextChange(zone: string, after: number): number | null {
  return moment(zone, after).getTimeZoneTransition('next')?.epochMilliseconds ?? null;
}

function moment(zone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function sinceMidnight(wall: string): number {
  const { hour, minute } = Temporal.PlainTime.from(wall);
  return (hour * 60 + minute) * MINUTE;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
