import { locale } from '../../format/locale.ts';
import { zoneInWords } from '../../format/zone.ts';
import type { Later } from './draft.ts';

const words = new Intl.DateTimeFormat(locale, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** A wall clock with its zone: "on Mon, 9 March 2026, 09:00 (America/New York)". */
export function laterInWords({ date, time, zone }: Later): string {
  // Read as UTC and written as UTC: a wall clock stays what it is, also where it does not exist.
  const wall = new Date(`${date}T${time}Z`);
  const said = Number.isNaN(wall.getTime()) ? `${date} ${time}` : words.format(wall);
  return `on ${said} (${zoneInWords(zone)})`;
}
