import { basename } from 'node:path';
import type { ImportReport } from '../contract/calendar.ts';
import type { Sentence } from '../contract/said.ts';
import type { Clock } from '../platform/clock.ts';
import { asAccount, type Database } from '../platform/database.ts';
import type { CalendarEvent } from './calendar.ts';
import { decodeCalendarBytes } from './ics/decode-calendar-bytes.ts';
import { parseIcs } from './ics/parse-ics.ts';
import { importCalendar } from './import-calendar.ts';

const DAY = 86_400_000;
/** Recurring events are expanded from sixty days ago to four hundred days from now. */
const DAYS_BACK = 60;
const DAYS_AHEAD = 400;

/** A file as it came. `name` is the calendar to feed; else the name in the file, else the file's own. */
export type Upload = { bytes: Uint8Array; fileName: string; name?: string | undefined };

/**
 * Imports an .ics file. Recurring events come in from 60 days before now to 400 days after; single
 * ones whenever they are. `unreadable` is a sentence for the person who chose the file; nothing was
 * written then.
 */
export async function uploadCalendar(
  database: Pick<Database, 'app'>,
  account: { id: string; country: string; timeZone: string },
  upload: Upload,
  clock: Clock,
): Promise<{ report: ImportReport } | { unreadable: Sentence }> {
  const now = clock.now().getTime();
  const decoded = decodeCalendarBytes(upload.bytes);
  if ('unreadable' in decoded) return decoded;
  const window = { from: new Date(now - DAYS_BACK * DAY), to: new Date(now + DAYS_AHEAD * DAY) };
  const parsed = parseIcs(decoded.text, { timeZone: account.timeZone, window });
  if ('unreadable' in parsed) return parsed;
  const name = calendarName(upload, parsed.name);
  const { calendarId, ...counts } = await asAccount(database, account.id, (client) =>
    importCalendar(client, {
      accountId: account.id,
      calendarName: name,
      country: account.country,
      parsed,
    }),
  );
  return {
    report: {
      calendar: { id: calendarId, name },
      ...counts,
      firstDay: firstDay(parsed.events, now, account.timeZone),
      problems: parsed.problems,
      problemCount: parsed.problemCount,
    },
  };
}

function calendarName({ name, fileName }: Upload, inFile: string | null): string {
  const ofFile = basename(fileName.replaceAll('\\', '/')).replace(/\.(?:ics|ical|ifb)$/i, '');
  const names = [name, inFile, ofFile].map((n) => plain(n ?? ''));
  return names.find((n) => n !== '') ?? 'Calendar';
}

function plain(name: string): string {
  return name.replace(/\p{C}/gu, ' ').trim().slice(0, 200).toWellFormed();
}

/** The day, in the account's zone, of the first appointment that is not over; today for one that runs. */
function firstDay(events: readonly CalendarEvent[], now: number, timeZone: string): string | null {
  let first = Number.POSITIVE_INFINITY;
  for (const { startsAt, endsAt, status } of events) {
    if (status === 'cancelled' || endsAt.getTime() < now) continue;
    first = Math.min(first, Math.max(now, startsAt.getTime()));
  }
  if (!Number.isFinite(first)) return null;
  return new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(first);
}
