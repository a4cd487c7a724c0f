import { z } from 'zod';
import { chosenContacts, chosenTags, typedPerson } from './audience.ts';

const name = z
  .string()
  .trim()
  .min(1, /*i18n*/ 'a name')
  .max(100)
  .regex(/^\P{Cc}*$/u, /*i18n*/ 'one line, without control characters');

/** Who is in a group: what an audience has, but for what is over with the day or with a message. */
const groupMembers = z.object({
  contacts: chosenContacts.optional(),
  tags: chosenTags.optional(),
  people: z.array(typedPerson).max(10_000).default([]),
});
export type GroupMembers = z.infer<typeof groupMembers>;

const membersInput = z
  .strictObject(groupMembers.shape)
  .refine(
    ({ contacts, tags, people }) =>
      contacts !== undefined || tags !== undefined || people.length > 0,
    { message: /*i18n*/ 'choose a contact or a tag, or name a person' },
  );

/** A group to be saved under a name. */
export const contactGroupInput = z.strictObject({ name, members: membersInput });
export type ContactGroupInput = z.infer<typeof contactGroupInput>;

/** What is to change of a group; `members` are replaced whole. */
export const contactGroupChange = z.strictObject({ name, members: membersInput }).partial();
export type ContactGroupChange = z.infer<typeof contactGroupChange>;

/** A saved group, by name. */
export const contactGroup = z.object({
  id: z.uuid(),
  name: z.string(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});
export type ContactGroup = z.infer<typeof contactGroup>;

export const contactGroupList = z.object({ items: z.array(contactGroup) });

/** A group with who is in it now. */
export const contactGroupWhole = contactGroup.extend({
  members: groupMembers,
  contacts: z.int().meta({ description: 'How many contacts are in it now' }),
  shown: z
    .array(z.object({ id: z.uuid(), name: z.string(), detail: z.string() }))
    .meta({ description: 'The first 200 of them by name; detail: their numbers and mailboxes' }),
});
export type ContactGroupWhole = z.infer<typeof contactGroupWhole>;

/** How many typed people an audience may have in all, those of its groups among them. */
export const mostTyped = 10_000;
