import { z } from 'zod';
import { typedPerson } from './audience.ts';
import { contact } from './contact.ts';
import { contactMerge } from './contact-merge.ts';
import { deliveryStory } from './delivery.ts';
import { knownNumber } from './known-number.ts';

/** How a person is erased. */
export const erasureRequest = z.strictObject({
  leaveAlone: z.boolean().default(false).meta({
    description:
      'Never write to their numbers and mailboxes again, even if they come back on a calendar',
  }),
});

/** That somebody was erased; who it was is known no more. */
export const erasure = z.object({
  id: z.uuid(),
  erasedAt: z.iso.datetime(),
  erasedBy: z.string(),
  counts: z.object({
    appointments: z.int().meta({ description: 'in which something was blanked' }),
    deliveries: z.int().meta({ description: 'that stay without name, address and text' }),
    canceled: z.int().meta({ description: 'of these, taken back because they had not gone out' }),
  }),
});
export type Erasure = z.infer<typeof erasure>;

/** Everything that is held about one person. */
export const personExport = z.object({
  exportedAt: z.iso.datetime(),
  contact,
  merges: z.array(contactMerge.extend({ contact: contact.nullable() })).meta({
    description: 'Contacts that were merged into it, as they were',
  }),
  appointments: z.array(
    z.object({
      title: z.string(),
      description: z.string(),
      location: z.string(),
      calendar: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      timeZone: z.string(),
      status: z.string(),
      name: z.string(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      match: z.string(),
      answer: z.string().nullable(),
      answerSource: z.string().nullable(),
      answeredAt: z.iso.datetime().nullable(),
    }),
  ),
  deliveries: z
    .array(deliveryStory)
    .meta({ description: 'With the text as it went, each attempt and each receipt' }),
  leftOut: z.array(
    z.object({ message: z.string(), channel: z.string(), reason: z.string(), detail: z.string() }),
  ),
  consent: z.array(z.record(z.string(), z.unknown())),
  suppressions: z.array(z.record(z.string(), z.unknown())),
  answers: z.array(z.record(z.string(), z.unknown())),
  numbers: z.array(knownNumber).meta({
    description: 'What was learned of their numbers, and asked of a provider',
  }),
  groups: z
    .array(z.object({ name: z.string(), isContact: z.boolean(), typed: z.array(typedPerson) }))
    .meta({ description: 'Saved groups they are in, as a contact or typed in' }),
});
export type PersonExport = z.infer<typeof personExport>;
