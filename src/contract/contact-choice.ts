import { z } from 'zod';
import { contact } from './contact.ts';

/** Whether it is known which contact a participant is. */
export const matchState = z.enum(['none', 'matched', 'ambiguous', 'chosen', 'nobody']).meta({
  description:
    'none: no contact fits. matched: one clearly does. ambiguous: a person has to choose. chosen: a person did. nobody: a person said that it is none of them',
});

/** A contact by its name; its company’s or first address where it has none. */
export const contactName = z.object({ id: z.uuid(), name: z.string() });

/** Which contact a participant is, or may be. */
export const contactMatch = z.object({
  match: matchState,
  contact: contact.nullable(),
  candidates: z.array(contact).meta({ description: 'Of one that is ambiguous: at most 20' }),
});
export type ContactMatch = z.infer<typeof contactMatch>;

/** Whom a person chose. */
export const contactChoice = z.strictObject({
  contactId: z.uuid().nullable().meta({ description: 'null: none of the contacts' }),
});
