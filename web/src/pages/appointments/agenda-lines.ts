import type { Appointment, Participant } from '../../../../src/contract/appointment.ts';

/**
 * The agenda cut into lines of known height, so that an appointment with thousands of people is as
 * light to scroll as any other. One person stands on the appointment's own line; several have a
 * line each below it.
 */
export type AgendaLine =
  | { kind: 'day'; key: string; day: string; appointments: Appointment[] }
  | { kind: 'appointment'; key: string; appointment: Appointment; person: Participant | null }
  | { kind: 'participant'; key: string; appointment: Appointment; person: Participant };

/** The lines of appointments that come in order of time. */
export function agendaLines(appointments: readonly Appointment[]): AgendaLine[] {
  const lines: AgendaLine[] = [];
  let ofDay: Appointment[] = [];
  let day = '';
  for (const appointment of appointments) {
    if (appointment.day !== day) {
      day = appointment.day;
      ofDay = [];
      lines.push({ kind: 'day', key: day, day, appointments: ofDay });
    }
    ofDay.push(appointment);
    lines.push(...linesOf(appointment));
  }
  return lines;
}

/** Where the heading stands under which a line belongs. */
export function headingBefore(lines: readonly AgendaLine[], index: number): number {
  for (let i = Math.min(index, lines.length - 1); i >= 0; i--) {
    if (lines[i]?.kind === 'day') return i;
  }
  return 0;
}

function linesOf(appointment: Appointment): AgendaLine[] {
  const { id, participants } = appointment;
  const [only] = participants;
  if (participants.length < 2) {
    return [{ kind: 'appointment', key: id, appointment, person: only ?? null }];
  }
  return [
    { kind: 'appointment', key: id, appointment, person: null },
    ...participants.map(
      (person): AgendaLine => ({
        kind: 'participant',
        key: `${id}/${person.id}`,
        appointment,
        person,
      }),
    ),
  ];
}
