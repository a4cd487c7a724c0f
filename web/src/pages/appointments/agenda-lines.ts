import type { Appointment, Participant } from '../../../../src/contract/appointment.ts';
import type { KnownPage } from './agenda-outline.ts';

/**
 * The agenda cut into lines of known height, so that an appointment with thousands of people is as
 * light to scroll as any other. One person stands on the appointment's own line; several have a
 * line each below it. A page whose appointments are not here is one line, as high as its own would be.
 */
export type AgendaLine = { key: string; page: number } & (
  | { kind: 'day'; day: string; appointments: Appointment[] }
  | { kind: 'appointment'; appointment: Appointment; person: Participant | null }
  | { kind: 'participant'; appointment: Appointment; person: Participant }
  | { kind: 'gap'; days: number; appointments: number; participants: number }
);

/** What is shown of a page: its appointments, or what is known of them; null where that is nothing. */
export type AgendaPart = readonly Appointment[] | KnownPage | null;

type Gap = Extract<AgendaLine, { kind: 'gap' }>;

/** The lines of pages that come in order of time. */
export function agendaLines(parts: readonly AgendaPart[]): AgendaLine[] {
  const lines: AgendaLine[] = [];
  const seen = new Set<string>();
  let ofDay: Appointment[] = [];
  let day = '';
  // The gap in which the heading of the day is, or would be.
  let hiddenIn: Gap | null = null;
  for (const [page, part] of parts.entries()) {
    if (!isLoaded(part)) {
      const days = part?.days ?? [];
      const { appointments = 0, participants = 0 } = part ?? {};
      const begun = days[0]?.day === day ? 1 : 0;
      const gap: Gap = {
        ...{ kind: 'gap', key: `page:${page}`, page },
        ...{ days: days.length - begun, appointments, participants },
      };
      lines.push(gap);
      if (gap.days > 0) hiddenIn = gap;
      day = days.at(-1)?.day ?? day;
      continue;
    }
    for (const appointment of part) {
      // Two pages may overlap while the later one is asked for again.
      if (seen.has(appointment.id)) continue;
      seen.add(appointment.id);
      if (appointment.day !== day || hiddenIn !== null) {
        // The heading of a day that began in the gap takes its place from there.
        if (appointment.day === day && hiddenIn !== null) hiddenIn.days -= 1;
        hiddenIn = null;
        day = appointment.day;
        ofDay = [];
        lines.push({ kind: 'day', key: day, page, day, appointments: ofDay });
      }
      ofDay.push(appointment);
      lines.push(...linesOf(appointment, page));
    }
  }
  return lines;
}

/** Where the heading stands under which a line belongs; where nothing is loaded there is none but itself. */
export function headingBefore(lines: readonly AgendaLine[], index: number): number {
  if (lines[index]?.kind === 'gap') return index;
  for (let i = Math.min(index, lines.length - 1); i >= 0; i--) {
    if (lines[i]?.kind === 'day') return i;
  }
  return 0;
}

function isLoaded(part: AgendaPart): part is readonly Appointment[] {
  return Array.isArray(part);
}

function linesOf(appointment: Appointment, page: number): AgendaLine[] {
  const { id, participants } = appointment;
  const [only] = participants;
  if (participants.length < 2) {
    return [{ kind: 'appointment', key: id, page, appointment, person: only ?? null }];
  }
  return [
    { kind: 'appointment', key: id, page, appointment, person: null },
    ...participants.map(
      (person): AgendaLine => ({
        kind: 'participant',
        key: `${id}/${person.id}`,
        page,
        appointment,
        person,
      }),
    ),
  ];
}
