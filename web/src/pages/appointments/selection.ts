import type { Appointment, AppointmentFilter } from '../../../../src/contract/appointment.ts';
import type { TickedAppointments } from '../../../../src/contract/audience.ts';
import type { AgendaSearch } from './agenda-search.ts';

/**
 * Which appointments are ticked.
 * - some: these, each with its people, so that the bar can count them.
 * - all: whatever matches a filter, but for a few. Its ids are never listed here; the filter is
 *   sent instead, so what the page has not loaded is ticked as well.
 */
export type Selection =
  | { kind: 'some'; ticked: ReadonlyMap<string, readonly string[]> }
  | {
      kind: 'all';
      filter: AppointmentFilter;
      search: AgendaSearch;
      matching: number;
      excluded: ReadonlySet<string>;
    };

/** Nothing ticked. */
export const emptySelection: Selection = { kind: 'some', ticked: new Map() };

/** How many of single ticks, or of exceptions from all, the server takes. */
export const mostTicks = 5_000;

/** Ticks or unticks appointments. */
export function withTicks(
  selection: Selection,
  appointments: readonly Appointment[],
  ticked: boolean,
): Selection {
  if (selection.kind === 'all') {
    const excluded = new Set(selection.excluded);
    for (const { id } of appointments) {
      if (ticked) excluded.delete(id);
      else excluded.add(id);
    }
    return { ...selection, excluded };
  }
  const next = new Map(selection.ticked);
  for (const appointment of appointments) {
    if (ticked) next.set(appointment.id, told(appointment).map(personKey));
    else next.delete(appointment.id);
  }
  return { kind: 'some', ticked: next };
}

/** Whether an appointment, shown under the selection's own filter, is ticked. */
export function isTicked(selection: Selection, id: string): boolean {
  return selection.kind === 'all' ? !selection.excluded.has(id) : selection.ticked.has(id);
}

/** How many appointments are ticked. */
export function tickedCount(selection: Selection): number {
  return selection.kind === 'all'
    ? selection.matching - selection.excluded.size
    : selection.ticked.size;
}

/** How many people the ticked appointments have; null where that is not known here. */
export function tickedPeople(selection: Selection): number | null {
  if (selection.kind === 'all') return null;
  return new Set([...selection.ticked.values()].flat()).size;
}

/** The selection as it travels to the server. */
export function asAudience(selection: Selection): TickedAppointments {
  return selection.kind === 'all'
    ? { filter: selection.filter, excludeIds: [...selection.excluded] }
    : { includeIds: [...selection.ticked.keys()] };
}

/** Who declined the invitation is on the appointment, and is not told. */
function told({ participants }: Appointment): Appointment['participants'] {
  return participants.filter(({ hasDeclined }) => !hasDeclined);
}

/** One person on several appointments has one name and the same addresses on each. */
function personKey({
  name,
  phone,
  email,
}: {
  name: string;
  phone: string | null;
  email: string | null;
}): string {
  return `${name.toLowerCase()}|${phone ?? ''}|${email?.toLowerCase() ?? ''}`;
}

/** Whether two filters ask for the same appointments. */
export function sameFilter(a: AppointmentFilter, b: AppointmentFilter): boolean {
  const keys = ['from', 'to', 'text', 'calendarId', 'match', 'answer', 'messaged'] as const;
  return keys.every((key) => a[key] === b[key]) && a.calendarIds?.join() === b.calendarIds?.join();
}
