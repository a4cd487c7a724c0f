import { z } from 'zod';

/** A field that a text of this account may name, for a menu. */
export const insertableField = z.object({
  name: z.string().meta({ example: 'participant.first_name' }),
  label: z.string(),
  group: z.enum(['participant', 'event', 'user', 'account']),
  example: z
    .string()
    .meta({ description: 'Of user and account what it says; empty where nothing is given yet' }),
  custom: z.boolean().meta({ description: 'Found in a calendar or an address book' }),
});
export type InsertableField = z.infer<typeof insertableField>;

export const insertableFields = z.object({ items: z.array(insertableField) });
export type InsertableFields = z.infer<typeof insertableFields>;

/** What the fields say of one real recipient; of all that a text may name, also where that is nothing. */
export const fieldValues = z.object({
  name: z.string().meta({ description: 'Of the recipient; empty where only an address is known' }),
  items: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type FieldValues = z.infer<typeof fieldValues>;
