import type { AppointmentFilter } from '../../../../src/contract/appointment.ts';
import { addDays } from '../../format/day.ts';
import type { AgendaSearch } from './agenda-search.ts';

/** The filter that the server is asked with; `today` is the account's. */
export function agendaFilter(search: AgendaSearch, today: string): AppointmentFilter {
  return {
    ...days(search, today),
    ...(search.text && { text: search.text }),
    ...calendars(search.calendar?.split(',') ?? []),
    ...(search.match && { match: search.match }),
    ...(search.answer && { answer: search.answer }),
    ...(search.messaged && { messaged: search.messaged }),
  };
}

function calendars([first, ...others]: readonly string[]): AppointmentFilter {
  if (!first) return {};
  return others.length === 0 ? { calendarId: first } : { calendarIds: [first, ...others] };
}

function days(search: AgendaSearch, today: string): { from?: string; to?: string } {
  switch (search.range) {
    case undefined:
      return { from: today };
    case 'today':
      return { from: today, to: today };
    case 'tomorrow':
      return { from: addDays(today, 1), to: addDays(today, 1) };
    case 'week':
      return { from: today, to: addDays(today, 6) };
    case 'days':
      return { ...(search.from && { from: search.from }), ...(search.to && { to: search.to }) };
  }
}
