import { z } from 'zod';
import { said } from './said.ts';

export const calendar = z.object({
  id: z.uuid(),
  name: z.string(),
  appointments: z.int(),
  isOwn: z.boolean().meta({ description: 'Of what was typed in and put into no other calendar' }),
  isExample: z.boolean().meta({ description: 'The example clinic, to practise with' }),
});
export type Calendar = z.infer<typeof calendar>;

/** One event that could not be read; the others came in all the same. */
export const calendarProblem = z.object({
  line: z.int().meta({ description: 'Line of the file, counted from 1, where the event begins' }),
  title: z.string().meta({ description: 'SUMMARY of the event, where it has one' }),
  message: z.string(),
  said: said.optional(),
});
export type CalendarProblem = z.infer<typeof calendarProblem>;

/** What an import did. Importing the same file again answers with `unchanged` only. */
export const importReport = z.object({
  calendar: z.object({ id: z.uuid(), name: z.string() }),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  people: z.int().meta({ description: 'Participants found' }),
  firstDay: z.iso.date().nullable().meta({ description: 'Day of the first upcoming appointment' }),
  problems: z.array(calendarProblem).meta({ description: 'At most 100' }),
  problemCount: z.int(),
});
export type ImportReport = z.infer<typeof importReport>;

export const importQuery = z.object({
  name: z.string().trim().min(1).max(200).optional().meta({
    description: 'Calendar to feed; the default is the name in the file, else the file’s own name',
  }),
});
