import type { Appointment, Participant } from '../../../../src/contract/appointment.ts';

const messages = { scheduled: 0, sent: 0, failed: 0, uncertain: 0 };

/** An appointment for a test: an hour in the afternoon of a day, by UTC, about which nothing was said or sent. */
export function sampleAppointment(
  id: string,
  day: string,
  participants: Participant[],
): Appointment {
  return {
    id,
    calendarId: 'c',
    title: '',
    location: '',
    startsAt: `${day}T14:00:00Z`,
    endsAt: `${day}T15:00:00Z`,
    day,
    timeZone: 'UTC',
    allDay: false,
    isTypedIn: false,
    status: 'confirmed',
    messages,
    participants,
  };
}

/** Somebody on it, of whom nothing is known but what is given. */
export function sampleParticipant(id: string, known: Partial<Participant> = {}): Participant {
  return {
    id,
    name: '',
    phone: null,
    takesTexts: null,
    email: null,
    invalidAddress: null,
    match: 'none',
    contact: null,
    answer: null,
    hasDeclined: false,
    messages,
    reply: null,
    ...known,
  };
}
