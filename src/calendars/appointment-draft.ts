import { createHash } from 'node:crypto';
import { nationalDigits } from '../platform/phone-number.ts';
import type { CalendarEvent } from './calendar.ts';
import { extractPeople, type PersonDraft } from './extract-people.ts';
import { type EventField, readFields } from './read-fields.ts';
import { searchText } from './search-text.ts';

/** An appointment as it is to be stored; the names are those of its columns. */
export type AppointmentDraft = {
  uid: string;
  instance: string;
  title: string;
  description: string;
  location: string;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  all_day: boolean;
  status: CalendarEvent['status'];
  search_text: string;
  /** What its description says as `Label: value`, by key. */
  fields: Record<string, string>;
  /** SHA-256 in hex of all the rest, people included. */
  content_hash: string;
  people: PersonDraft[];
  labels: EventField[];
};

/** What an event comes to: its people found, its text to search in, its hash. */
export function draftAppointment(event: CalendarEvent, country: string): AppointmentDraft {
  return draftOf(event, extractPeople(event, country));
}

/** The same where it is known who is on it. */
export function draftOf(
  event: Omit<CalendarEvent, 'attendees'>,
  people: PersonDraft[],
): AppointmentDraft {
  const searchable = people.map((person) => ({
    ...person,
    dialled: person.phone === null ? '' : nationalDigits(person.phone),
  }));
  const labels = readFields(event.description);
  const draft = {
    uid: event.uid,
    instance: event.instance,
    title: event.title,
    description: event.description,
    location: event.location,
    starts_at: event.startsAt,
    ends_at: event.endsAt,
    time_zone: event.timeZone,
    all_day: event.allDay,
    status: event.status,
    search_text: searchText({ ...event, people: searchable }),
    fields: Object.fromEntries(labels.map(({ key, value }) => [key, value])),
    people,
  };
  const hash = createHash('sha256').update(JSON.stringify(draft)).digest('hex');
  return { ...draft, content_hash: hash, labels };
}

/** A cancellation that says nothing else (RFC 5546 3.2.5): what is known of the appointment stays. */
export function isBareCancellation({ status, title, people }: AppointmentDraft): boolean {
  return status === 'cancelled' && title === '' && people.every(({ hasDeclined }) => hasDeclined);
}
