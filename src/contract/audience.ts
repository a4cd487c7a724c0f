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

/**
 * Contacts of the address book: the ones of `includeIds`, or all that match `filter` but for
 * `excludeIds`.
 */
export const chosenContacts = z.union([
  z.strictObject({ includeIds: z.array(z.uuid()).min(1).max(5_000) }),
  z.strictObject({
    filter: z.strictObject({
      text: z.string().trim().max(200).optional().meta({
        description: 'In names, company, numbers and addresses',
      }),
      tags: z.array(z.string().trim().min(1).max(100)).max(20).optional().meta({
        description: 'Contacts that have all of them',
      }),
    }),
    excludeIds: z.array(z.uuid()).max(5_000).default([]),
  }),
]);
export type ChosenContacts = z.infer<typeof chosenContacts>;

/** Tags, of whose contacts all are meant. */
export const chosenTags = z.array(z.string().trim().min(1).max(100)).min(1).max(50).meta({
  description: 'Contacts that have any of them, beside those of `contacts`',
});

/** Saved groups, of which everybody is meant who is in them when it is worked out who the recipients are. */
const chosenGroups = z.array(z.uuid()).min(1).max(20).meta({
  description: 'Everybody in these saved groups, as they are when the audience is worked out',
});

/** What became of a person in a broadcast, over all channels and whoever’s message stood for them. */
export const personOutcome = z
  .enum(['reached', 'under_way', 'not_sure', 'reached_later', 'under_way_later', 'not_reached'])
  .meta({
    description:
      'reached: a carrier has or delivered at least one of their messages. under_way: none, but one still waits or is being sent. not_sure: none, but nobody can say of one. Nothing of the others got through, or they were left out. Of these, reached_later: a later message to those not reached got through. under_way_later: one may still. not_reached: neither',
  });
export type PersonOutcome = z.infer<typeof personOutcome>;

/** The recipients of an earlier broadcast by what became of them: persons, not their appointments. */
export const formerRecipients = z.strictObject({
  broadcastId: z.uuid(),
  outcomes: z.array(personOutcome).min(1).max(6),
});
export type FormerRecipients = z.infer<typeof formerRecipients>;

/**
 * Who a broadcast is for: the people of ticked appointments, contacts, those with a tag, saved groups,
 * recipients of an earlier one, people typed in, or all of these.
 */
export const audience = z
  .strictObject({
    appointments: tickedAppointments.optional(),
    contacts: chosenContacts.optional(),
    tags: chosenTags.optional(),
    groups: chosenGroups.optional(),
    recipients: formerRecipients.optional(),
    people: z.array(typedPerson).max(10_000).default([]),
  })
  .refine(
    ({ people, ...parts }) =>
      people.length > 0 || Object.values(parts).some((part) => part !== undefined),
    { message: /*i18n*/ 'tick an appointment, choose a contact or name a person' },
  );
export type Audience = z.infer<typeof audience>;
