import { z } from 'zod';
import { participantAnswer } from './answer.ts';
import { contactName, matchState } from './contact-choice.ts';
import { lastReply } from './inbound.ts';
import { pageOf, paging } from './page-of.ts';

/** How many messages stand for an appointment or a participant. */
export const messageCounts = z.object({
  scheduled: z.int().meta({ description: 'waiting to be sent' }),
  sent: z.int().meta({ description: 'handed to the carrier, or delivered' }),
  failed: z.int().meta({ description: 'not delivered, or not sent in the end' }),
  uncertain: z.int().meta({ description: 'the carrier may or may not have taken it' }),
});
export type MessageCounts = z.infer<typeof messageCounts>;

export const participant = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable().meta({ description: 'E.164' }),
  takesTexts: z.boolean().nullable().meta({
    description:
      'Whether a text can go to their number, or to another one of their contact’s where theirs takes none; null: it may',
  }),
  email: z.string().nullable(),
  invalidAddress: z.string().nullable().meta({
    description: 'what looked like a number or address but is none, as the calendar has it',
  }),
  match: matchState,
  contact: contactName
    .nullable()
    .meta({ description: 'Who of the contacts it is, where that is known' }),
  answer: participantAnswer
    .nullable()
    .meta({ description: 'What they answered about the appointment; null: nothing yet' }),
  hasDeclined: z.boolean().meta({
    description:
      'The calendar invited them, and they declined: they are shown, and get no messages about the appointment',
  }),
  messages: messageCounts,
  reply: lastReply.nullable().meta({
    description: 'What they answered last, by text or email, to a message about the appointment',
  }),
});
export type Participant = z.infer<typeof participant>;

export const appointment = z.object({
  id: z.uuid(),
  calendarId: z.uuid(),
  title: z.string(),
  location: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  day: z.iso.date().meta({ description: 'Its day in the account’s time zone' }),
  timeZone: z.string(),
  allDay: z.boolean(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
  isTypedIn: z.boolean().meta({
    description: 'Typed in here, and so changed here; others are changed on their calendar',
  }),
  participants: z.array(participant),
  messages: messageCounts,
});
export type Appointment = z.infer<typeof appointment>;

/** PostgreSQL's calendar has no year 0. */
const dayAsked = z.iso
  .date(/*i18n*/ 'a day as in 2026-03-08')
  .refine((day) => !day.startsWith('0000'), /*i18n*/ 'a day as in 2026-03-08');

/**
 * Which appointments. Days are days of the account's time zone, both ends included; `text` is looked
 * for in titles, places, names, numbers and addresses, without regard to case and accents.
 */
export const appointmentFilter = z.strictObject({
  from: dayAsked.optional(),
  to: dayAsked.optional(),
  text: z.string().trim().max(200).optional(),
  calendarId: z.uuid().optional(),
  calendarIds: z
    .array(z.uuid())
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Only those on one of these calendars' }),
  match: z.literal('ambiguous').optional().meta({
    description: 'Only those with somebody of whom a person has to say which contact it is',
  }),
  answer: z.enum(['confirmed', 'none', 'cancelled', 'reschedule']).optional().meta({
    description: 'Only those with somebody who answered so; none: who has not answered yet',
  }),
  messaged: z.enum(['yes', 'no']).optional().meta({
    description:
      'yes: only those about which a message was sent, is scheduled, or may have been sent. no: all others',
  }),
});
export type AppointmentFilter = z.infer<typeof appointmentFilter>;

/** The same as a query: calendars may be given several times. */
export const agendaFilterQuery = appointmentFilter.extend({
  calendarIds: z
    .union([z.uuid(), z.array(z.uuid()).min(1).max(100)])
    .optional()
    .meta({ description: 'May be given several times: only those on one of these calendars' }),
});

export type AgendaFilterQuery = z.infer<typeof agendaFilterQuery>;

/** Which appointments, and which page of them. */
export const agendaQuery = agendaFilterQuery.extend(paging.shape);

/** How many appointments match a filter. */
export const appointmentCount = z.object({ matching: z.int() });
export type AppointmentCount = z.infer<typeof appointmentCount>;

/** A page of the agenda, in order of time. */
export const agendaPage = pageOf(appointment);
export type AgendaPage = z.infer<typeof agendaPage>;

/** A day, and how many appointments it has. */
export const dayOfAgenda = z.object({
  day: z.iso.date(),
  matching: z.int().meta({ description: 'Appointments on that day that match' }),
});
export type DayOfAgenda = z.infer<typeof dayOfAgenda>;

/** Where appointments that match are to be found, if not on the days that were asked for. */
export const nearbyDays = z.object({
  next: dayOfAgenda.nullable().meta({ description: 'The first day after them; null: none' }),
  previous: dayOfAgenda.nullable().meta({ description: 'The last day before them; null: none' }),
});
export type NearbyDays = z.infer<typeof nearbyDays>;
