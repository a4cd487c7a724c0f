import type { Sentence } from '../../contract/said.ts';
import type { ParsedCalendar, Window } from '../calendar.ts';
import { readText } from './content-line.ts';
import { expandAll, MOST_EVENTS, TOO_MANY } from './expand-all.ts';
import type { FileEvent } from './file-event.ts';
import { groupSeries } from './group-series.ts';
import { ianaZone } from './iana-zone.ts';
import { ProblemList } from './problem-list.ts';
import { readEvent } from './read-event.ts';
import { type Component, propertyOf, splitComponents } from './split-components.ts';
import { utc } from './zone.ts';
import { zoneFinder } from './zone-finder.ts';

/**
 * Reads an iCalendar file (RFC 5545). Floating times and whole days are meant in `timeZone` (IANA).
 * Recurring events come as one event for each instance that stood or stands within `window`, at most
 * 2,000 each; single events come whenever they are. Each event is read by itself: a broken one is a
 * problem with its line, and the rest comes in. `unreadable` is a sentence that says what to do.
 */
export function parseIcs(
  text: string,
  { timeZone, window }: { timeZone: string; window: Window },
): ParsedCalendar | { unreadable: Sentence } {
  const problems = new ProblemList();
  const file = readFile(text, problems);
  if (file === null) return { unreadable: ALL_BROKEN };
  const cutOff = file.calendars.some((calendar) => calendar.broken !== null);
  if (file.calendars.length === 0 || (cutOff && file.events.length === 0)) {
    return { unreadable: problems.count > 0 ? ALL_BROKEN : NO_CALENDAR };
  }
  const account = ianaZone(timeZone) ?? utc;
  const find = zoneFinder(file.timeZones, window);
  const shown = find(calendarText(file.calendars, 'X-WR-TIMEZONE'))?.name ?? timeZone;
  const parsed = expandAll(
    groupSeries(file.events, problems),
    { find, account, shown },
    window,
    problems,
  );
  return {
    name:
      calendarText(file.calendars, 'X-WR-CALNAME') || calendarText(file.calendars, 'NAME') || null,
    ...parsed,
    window,
    problems: problems.first,
    problemCount: problems.count,
  };
}

const NO_CALENDAR =
  /*i18n*/ 'This is no calendar. Export the calendar as an iCalendar file (.ics) and upload that.';
const ALL_BROKEN =
  /*i18n*/ 'The calendar is damaged: hardly an event in it is complete. Export it again and upload that.';
/** Where so many events are broken, and more than are whole, reading on is of no use. */
const HOPELESS = 10_000;

type File = { calendars: Component[]; timeZones: Component[]; events: FileEvent[] };

function readFile(text: string, problems: ProblemList): File | null {
  const file: File = { calendars: [], timeZones: [], events: [] };
  for (const component of splitComponents(text)) {
    if (component.name === 'VCALENDAR') {
      file.calendars.push(component);
      if (component.broken) problems.add(component.line, '', component.broken);
    } else if (component.name === 'VTIMEZONE') file.timeZones.push(component);
    else takeEvent(component, file.events, problems);
    if (problems.count > HOPELESS + file.events.length) return null;
  }
  cancelByMethod(file);
  return file;
}

/** METHOD:CANCEL cancels all events of its calendar (RFC 5546 3.2.5); it may stand after them. */
function cancelByMethod({ calendars, events }: File): void {
  const cancelled = new Set(
    calendars
      .filter((c) => propertyOf(c, 'METHOD')?.value.trim().toUpperCase() === 'CANCEL')
      .map((c) => c.calendar),
  );
  for (const event of events) if (cancelled.has(event.calendar)) event.status = 'cancelled';
}

function takeEvent(component: Component, events: FileEvent[], problems: ProblemList): void {
  const title = readText(propertyOf(component, 'SUMMARY')?.value ?? '', 200);
  const event = readEvent(component);
  if ('problem' in event) problems.add(component.line, title, event.problem);
  else if (events.length >= MOST_EVENTS) problems.add(component.line, title, TOO_MANY);
  else {
    events.push(event);
    if (event.warning) problems.add(event.line, event.title, event.warning);
  }
}

function calendarText(calendars: readonly Component[], name: string): string {
  for (const calendar of calendars) {
    const text = readText(propertyOf(calendar, name)?.value ?? '', 200);
    if (text !== '') return text;
  }
  return '';
}
