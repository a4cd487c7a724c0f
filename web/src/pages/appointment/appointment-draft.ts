import type { Appointment } from '../../../../src/contract/appointment.ts';
import type { AppointmentInput } from '../../../../src/contract/typed-appointment.ts';
import { dayIn } from '../../format/day.ts';

const HOUR = 3_600_000;

/** Somebody as they are being typed; `key` tells the lines apart, `id` is that of a participant. */
export type PersonDraft = { key: string; id?: string; name: string; phone: string; email: string };

/** An appointment as the form holds it; times by the clock of its zone. */
export type AppointmentDraft = {
  title: string;
  location: string;
  allDay: boolean;
  day: string;
  time: string;
  lastDay: string;
  endTime: string;
  timeZone: string;
  /** Empty: the calendar of what is typed in. */
  calendarId: string;
  people: PersonDraft[];
};

/** The draft of an appointment as it stands. */
export function draftOf(appointment: Appointment): AppointmentDraft {
  const { title, location, allDay, timeZone, calendarId, participants } = appointment;
  const [start, end] = [Date.parse(appointment.startsAt), Date.parse(appointment.endsAt)];
  return {
    ...{ title, location, allDay, timeZone, calendarId },
    day: dayIn(timeZone, start),
    time: allDay ? '09:00' : clockIn(timeZone, start),
    // A whole day ends when the next one begins.
    lastDay: dayIn(timeZone, allDay ? end - 1 : end),
    endTime: allDay ? '09:30' : clockIn(timeZone, end),
    people: participants.map(({ id, name, phone, email, invalidAddress }) => ({
      ...{ key: id, id, name },
      phone: phone ?? (email === null ? (invalidAddress ?? '') : ''),
      email: email ?? '',
    })),
  };
}

/** A new one: half an hour from the next full hour on, with room for one person. */
export function newDraft(timeZone: string, at: number): AppointmentDraft {
  const start = Math.ceil(at / HOUR) * HOUR;
  const end = start + HOUR / 2;
  return {
    ...{ title: '', location: '', allDay: false, timeZone, calendarId: '' },
    day: dayIn(timeZone, start),
    time: clockIn(timeZone, start),
    lastDay: dayIn(timeZone, end),
    endTime: clockIn(timeZone, end),
    people: [newPerson()],
  };
}

/** An empty line for somebody. */
export function newPerson(): PersonDraft {
  return { key: crypto.randomUUID(), name: '', phone: '', email: '' };
}

/** The lines that say something, in the order in which the API counts them. */
export function filled({ people }: Pick<AppointmentDraft, 'people'>): PersonDraft[] {
  return people.filter(({ name, phone, email }) => `${name}${phone}${email}`.trim() !== '');
}

/** What the API is asked to keep. */
export function requestOf(draft: AppointmentDraft): AppointmentInput {
  const { title, location, allDay, day, time, lastDay, endTime, timeZone, calendarId } = draft;
  return {
    ...{ title, location },
    times: allDay
      ? { start: day, end: lastDay, timeZone }
      : { start: `${day}T${time}`, end: `${lastDay}T${endTime}`, timeZone },
    ...(calendarId && { calendarId }),
    people: filled(draft).map(({ id, name, phone, email }) => ({
      ...(id && { id }),
      name,
      ...(phone.trim() && { phone }),
      ...(email.trim() && { email }),
    })),
  };
}

/** The end keeps its distance to the start while that is moved. */
export function withStart(
  draft: AppointmentDraft,
  { day = draft.day, time = draft.time }: { day?: string; time?: string },
): AppointmentDraft {
  const was = wallOf(draft.day, draft.time);
  const length = wallOf(draft.lastDay, draft.endTime) - was;
  const end = wallOf(day, time) + length;
  // While a field is being typed it may be empty.
  if (!Number.isFinite(end) || length < 0) return { ...draft, day, time };
  const wall = new Date(end).toISOString();
  return { ...draft, day, time, lastDay: wall.slice(0, 10), endTime: wall.slice(11, 16) };
}

/** As if it were UTC, in milliseconds. */
function wallOf(day: string, time: string): number {
  return Date.parse(`${day}T${time}Z`);
}

/** The time of day in a zone as fields of time have it: `09:30`. */
function clockIn(timeZone: string, at: number): string {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(at);
}
