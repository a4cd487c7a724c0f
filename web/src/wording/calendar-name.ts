import { t } from '@lingui/core/macro';
import type { Calendar } from '../../../src/contract/calendar.ts';

/** The name of a calendar: of those that Headsup makes by itself in the reader's language. */
export function calendarName({
  name,
  isOwn,
  isExample,
}: Pick<Calendar, 'name' | 'isOwn' | 'isExample'>): string {
  if (isOwn) return ownCalendarName();
  return isExample ? t`Example clinic` : name;
}

/** The name of the calendar of what is put into no other, which may not be there yet. */
export function ownCalendarName(): string {
  return t({ message: 'Typed in', comment: 'A calendar: of appointments that were typed in' });
}
