import { z } from 'zod';
import { agendaFilterQuery, dayOfAgenda } from './appointment.ts';

/** Days that are counted at once: a month with what its first and last week have of others, and more. */
const MOST_DAYS = 100;
const DAY = 86_400_000;

/** Which appointments are counted by day: as on the agenda, from one day to another. */
export const appointmentDaysQuery = agendaFilterQuery
  .required({ from: true, to: true })
  .superRefine(({ from, to }, context) => {
    const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
    if (days >= 1 && days <= MOST_DAYS) return;
    const message = /*i18n*/ 'a day that is not before from, and at most 99 days after it';
    context.addIssue({ code: 'custom', path: ['to'], message });
  });

export const appointmentDays = z.object({
  items: z.array(dayOfAgenda).meta({ description: 'In order; days without any are missing' }),
});
export type AppointmentDays = z.infer<typeof appointmentDays>;
