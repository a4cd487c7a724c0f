import type { CalendarProblem } from '../contract/calendar.ts';

/** Somebody whom the calendar invites. */
export type Attendee = {
  name: string;
  /** As the calendar has it; not validated yet. */
  email: string;
  phone: string;
  /** Whether they come, as they answered the invitation (PARTSTAT); null: not yet, or maybe. */
  answer: 'confirmed' | 'cancelled' | null;
};

/** An event, or one instance of a recurring event, as its calendar says it. */
export type CalendarEvent = {
  /** RFC 5545 UID. */
  uid: string;
  /**
   * Which instance of a recurring event: its original start as a UTC instant
   * (`2026-11-30T14:00:00Z`) or a date (`2026-11-30`); empty where the event does not recur.
   */
  instance: string;
  title: string;
  description: string;
  location: string;
  startsAt: Date;
  /** Exclusive; never before startsAt. */
  endsAt: Date;
  /** IANA zone in which its times are meant. */
  timeZone: string;
  /** From midnight to midnight of the zone. */
  allDay: boolean;
  status: 'confirmed' | 'tentative' | 'cancelled';
  /** Without rooms, the organizer, and those who declined. */
  attendees: Attendee[];
};

/** The part of time in which recurring events are expanded; `to` is exclusive. */
export type Window = { from: Date; to: Date };

/** What a calendar holds, as far as it could be read. */
export type ParsedCalendar = {
  /** What the calendar calls itself. */
  name: string | null;
  events: CalendarEvent[];
  /**
   * UIDs of which it holds the whole series within the window, so that an instance that is not
   * among `events` does not take place any more.
   */
  wholeSeries: ReadonlySet<string>;
  window: Window;
  /** The first 100 in order of the file. */
  problems: CalendarProblem[];
  problemCount: number;
};
