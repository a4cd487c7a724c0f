import type { ContentLine } from './content-line.ts';

/**
 * A DATE or DATE-TIME of RFC 5545 as it is written. `wall` is its wall clock as if it were UTC, in
 * milliseconds; what instant that is depends on the zone.
 */
export type DateValue =
  | { kind: 'date'; wall: number }
  | { kind: 'utc'; wall: number }
  | { kind: 'floating'; wall: number }
  | { kind: 'zoned'; wall: number; zone: string };

const SHAPE = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/;

/** Reads one value; `zone` is its TZID. Null where it is no date, or a day or time that does not exist. */
export function readDateValue(value: string, zone: string | undefined): DateValue | null {
  const [whole, year, month, day, hour, minute, second, utc] = SHAPE.exec(value.trim()) ?? [];
  if (whole === undefined) return null;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const exists =
    Number(year) >= 1000 && new Date(date).toISOString().startsWith(`${year}-${month}-${day}`);
  if (!exists) return null;
  if (hour === undefined) return { kind: 'date', wall: date };
  // A leap second counts as the second before it (RFC 5545 3.3.12).
  const seconds = Math.min(Number(second), 59);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const wall = date + ((Number(hour) * 60 + Number(minute)) * 60 + seconds) * 1000;
  if (utc === 'Z') return { kind: 'utc', wall };
  return zone === undefined ? { kind: 'floating', wall } : { kind: 'zoned', wall, zone };
}

/** The one value of a property such as DTSTART. */
export function readDate(property: ContentLine): DateValue | null {
  return readDateValue(property.value, property.parameters.get('TZID'));
}

/** The values of a property such as EXDATE; of a PERIOD its start. Null where one is none. */
export function readDates(property: ContentLine): DateValue[] | null {
  const dates: DateValue[] = [];
  for (const value of property.value.split(',')) {
    const [start = ''] = value.split('/');
    const date = readDateValue(start, property.parameters.get('TZID'));
    if (date === null) return null;
    dates.push(date);
  }
  return dates;
}

/** `2026-11-30`. */
export function isoDay(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}
