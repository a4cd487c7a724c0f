import { t } from '@lingui/core/macro';
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

/** When it will go out, as a sentence ends: "on Mon, 9 March 2026, 09:00 (America/New_York)". */
export function laterInWords(later: Later): string {
  const { moment, place } = partsOf(later);
  return t({ message: `on ${moment} (${place})`, comment: 'Ends: “34 messages will go out …”' });
}

/** The same by itself: "On Mon, 9 March 2026, 09:00 (America/New_York)". */
export function laterByItself(later: Later): string {
  const { moment, place } = partsOf(later);
  return t`On ${moment} (${place})`;
}

function partsOf({ date, time, zone }: Later): { moment: string; place: string } {
  // Read as UTC and written as UTC: a wall clock stays what it is, also where it does not exist.
  const wall = new Date(`${date}T${time}Z`);
  const moment = Number.isNaN(wall.getTime()) ? `${date} ${time}` : words.format(wall);
  return { moment, place: zoneInWords(zone) };
}
