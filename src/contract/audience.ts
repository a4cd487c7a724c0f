import { z } from 'zod';
import { appointmentFilter } from './appointment.ts';

/** Somebody typed in: a name and a number, an address, or both. */
export const typedPerson = z.strictObject({
  name: z.string().trim().max(200).default(''),
  phone: z.string().trim().max(100).optional().meta({
    description: 'E.164, or as it is dialled in the account’s country',
  }),
  email: z.string().trim().max(320).optional(),
});
export type TypedPerson = z.infer<typeof typedPerson>;

/**
 * Ticked appointments: the ones of `includeIds`, or all that match `filter` but for `excludeIds`.
 * A selection of all that match travels as its filter, never as a list of ids.
 */
export const tickedAppointments = z.union([
  z.strictObject({ includeIds: z.array(z.uuid()).min(1).max(5_000) }),
  z.strictObject({
    filter: appointmentFilter,
    excludeIds: z.array(z.uuid()).max(5_000).default([]),
  }),
]);
export type TickedAppointments = z.infer<typeof tickedAppointments>;

/** Who a broadcast is for: the people of ticked appointments, people typed in, or both. */
export const audience = z
  .strictObject({
    appointments: tickedAppointments.optional(),
    people: z.array(typedPerson).max(10_000).default([]),
  })
  .refine((a) => a.appointments !== undefined || a.people.length > 0, {
    message: 'tick an appointment or name a person',
  });
export type Audience = z.infer<typeof audience>;
