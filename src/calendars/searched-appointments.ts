import type { AppointmentFilter } from '../contract/appointment.ts';
import type { Statement } from '../platform/statement.ts';
import type { AgendaPlace } from './agenda-cursor.ts';
import { midnight } from './appointment-filter.ts';

/**
 * The SQL source of a page of a search, in place of `appointment`: the first `most` behind a place, where days and
 * calendars are all that narrows it; else all that the search finds. The filter's condition holds for it as well.
 */
export function searched(
  statement: Statement,
  { timeZone }: { timeZone: string },
  page: {
    patterns: readonly string[];
    filter: Omit<AppointmentFilter, 'text'>;
    place: AgendaPlace | null;
    most: number;
  },
): string {
  const { answer, messaged, match, from, to } = page.filter;
  const patterns = statement.add(page.patterns, 'text[]');
  if (answer !== undefined || messaged !== undefined || match !== undefined) {
    return `appointments_like(${patterns})`;
  }
  const day = (named: string | undefined, later: 0 | 1) =>
    named === undefined ? 'null' : midnight(statement.add(named), statement.add(timeZone), later);
  const { place } = page;
  const parts = [
    patterns,
    day(from, 0),
    day(to, 1),
    statement.add(calendarsOf(page.filter), 'uuid[]'),
    place ? statement.add(place.startsAt, 'timestamptz') : 'null',
    place ? statement.add(place.id, 'uuid') : 'null',
    statement.add(page.most, 'int'),
  ];
  return `appointments_like_next(${parts.join(', ')})`;
}

/** The calendars of which both parts of a filter speak; null: all. */
function calendarsOf({
  calendarId,
  calendarIds,
}: Pick<AppointmentFilter, 'calendarId' | 'calendarIds'>): string[] | null {
  if (calendarId === undefined) return calendarIds ?? null;
  return calendarIds === undefined || calendarIds.includes(calendarId) ? [calendarId] : [];
}
