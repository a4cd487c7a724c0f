import { Temporal } from 'temporal-polyfill';

/** An instant by the clock of a zone, to the minute: 2026-03-08 08:00. */
export function clockTime(instant: string, timeZone: string): string {
  const shown = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return shown.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** When those who wait for quiet hours go out: from 2026-03-08 08:00 to 2026-03-08 11:00 (a zone). */
export function quietSpan(
  { earliest, latest }: { earliest: string; latest: string },
  timeZone: string,
): string {
  const [first, last] = [clockTime(earliest, timeZone), clockTime(latest, timeZone)];
  return first === last
    ? `until ${first} (${timeZone})`
    : `until ${first} to ${last} (${timeZone})`;
}
