import { z } from 'zod';
import { appointment } from './appointment.ts';
import { typedPerson } from './audience.ts';
import { channel } from './channel.ts';
import { ownCalendar } from './own-calendar.ts';
import { timeZone } from './setup.ts';

/** Text that stands in one line. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^\P{Cc}*$/u, /*i18n*/ 'one line, without control characters');

const moment = z
  .string()
  .regex(
    /^(19|20|21)\d{2}-\d{2}-\d{2}(T\d{2}:\d{2})?$/,
    /*i18n*/ 'a date and time as in 2026-03-08T09:00, or a day as in 2026-03-08, of the years 1900 to 2199',
  )
  .meta({ example: '2026-03-08T09:00' });

/** By the clock of its zone. */
const times = z
  .strictObject({
    start: moment,
    end: moment.meta({ description: 'Of whole days: the last one' }),
    timeZone: timeZone.optional().meta({ description: 'Default: the account’s' }),
  })
  .refine(({ start, end }) => start.length === end.length, {
    path: ['end'],
    message: /*i18n*/ 'give both with a time, or both as days',
  })
  .meta({ description: 'Two wall clocks, or two days for what takes whole days' });

const person = typedPerson.extend({ name: line(200).default('') });

const parts = {
  title: line(500),
  location: line(500),
  times,
  calendarId: z.uuid().meta({
    description: `One of the calendars; by default one of its own, “${ownCalendar}”`,
  }),
};

/** An appointment as it is typed in. */
export const appointmentInput = z.strictObject({
  title: parts.title.min(1, /*i18n*/ 'what it is, as in Check-up'),
  location: parts.location.default(''),
  times,
  calendarId: parts.calendarId.optional(),
  people: z.array(person).max(500).default([]),
});
export type AppointmentInput = z.infer<typeof appointmentInput>;

/** What is to change of an appointment that was typed in; the list of people is replaced whole. */
export const appointmentChange = z
  .strictObject({
    ...parts,
    title: appointmentInput.shape.title,
    people: z
      .array(
        person.extend({
          id: z.uuid().optional().meta({
            description:
              'Of a participant, so that a corrected name or number stays the same person',
          }),
        }),
      )
      .max(500),
  })
  .partial();
export type AppointmentChange = z.infer<typeof appointmentChange>;

/** Whether it takes place. */
export const appointmentStatus = z.strictObject({ status: appointment.shape.status });

/** A message about an appointment that is still to go out, on one channel. */
export const waitingMessage = z.object({
  broadcastId: z.uuid(),
  title: z.string(),
  channel,
  messages: z.int().meta({ description: 'How many, about this appointment' }),
  at: z.iso.datetime().meta({ description: 'When the first of them may go out' }),
});
export type WaitingMessage = z.infer<typeof waitingMessage>;

/** At most 100, the next first. */
export const waitingMessages = z.object({ items: z.array(waitingMessage) });
