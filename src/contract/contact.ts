import { z } from 'zod';
import { pageOf, paging } from './page-of.ts';
import { timeZone } from './setup.ts';

/** A phone or mailbox of a contact; the first of a kind is used first. */
const contactAddress = z.object({
  id: z.uuid(),
  kind: z.enum(['phone', 'email']),
  address: z.string().meta({ description: 'E.164, or a mailbox' }),
  label: z.string(),
});

const addressInput = z.strictObject({
  kind: contactAddress.shape.kind,
  address: z.string().trim().min(1).max(320).meta({
    description: 'A number in E.164 or as it is dialled in the account’s country, or a mailbox',
  }),
  label: z.string().trim().max(50).default('').meta({ example: 'mobile' }),
});

/** In its canonical form: `pt-br` becomes `pt-BR`. */
const language = z
  .string()
  .max(35)
  .refine(
    (tag) => canonicalLanguage(tag) !== null,
    /*i18n*/ 'a language tag as in en, es-MX or pt-BR',
  )
  .overwrite((tag) => canonicalLanguage(tag) ?? tag)
  .meta({ description: 'BCP 47', example: 'es-MX' });

const parts = {
  name: z.string().trim().max(200).meta({
    description: 'In full; by default it is made of first and last name',
  }),
  firstName: z.string().trim().max(200).meta({
    description: 'By default it is found in the name, and so is the last name',
  }),
  lastName: z.string().trim().max(200),
  title: z.string().trim().max(50).meta({ example: 'Dr.' }),
  company: z.string().trim().max(200),
  notes: z.string().max(10_000),
  timeZone: timeZone.nullable(),
  language: language.nullable(),
  fields: z
    .record(z.string().trim().min(1).max(100), z.string().max(2_000))
    .refine(
      (fields) => Object.keys(fields).length <= 100,
      /*i18n*/ 'at most 100 fields of your own',
    )
    .meta({ description: 'Fields of your own: {name: text}' }),
  addresses: z.array(addressInput).max(50),
  tags: z.array(z.string().trim().min(1).max(100)).max(100),
};

/** What is said of a contact; what is left out is empty. */
export const contactInput = z.strictObject({
  name: parts.name.default(''),
  firstName: parts.firstName.optional(),
  lastName: parts.lastName.optional(),
  title: parts.title.default(''),
  company: parts.company.default(''),
  notes: parts.notes.default(''),
  timeZone: parts.timeZone.default(null),
  language: parts.language.default(null),
  fields: parts.fields.default({}),
  addresses: parts.addresses.default([]),
  tags: parts.tags.default([]),
});
export type ContactInput = z.infer<typeof contactInput>;

/** What is to change of a contact; a list, or `fields`, is replaced whole. */
export const contactChange = z.strictObject(parts).partial();
export type ContactChange = z.infer<typeof contactChange>;

export const contact = z.object({
  id: z.uuid(),
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  title: z.string(),
  company: z.string(),
  notes: z.string(),
  timeZone: z.string().nullable(),
  language: z.string().nullable(),
  fields: z.record(z.string(), z.string()),
  addresses: z.array(contactAddress),
  tags: z.array(z.string()),
  mergedInto: z.uuid().nullable().meta({ description: 'The contact that stands for this one' }),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type Contact = z.infer<typeof contact>;

/** Which contacts: `text` is looked for in names, company, numbers and addresses; each tag must be there. */
export const contactQuery = paging.extend({
  text: z.string().trim().max(200).optional(),
  tag: z
    .union([z.string(), z.array(z.string()).max(20)])
    .optional()
    .meta({ description: 'May be given several times; contacts that have all of them' }),
});

/** Which contacts a file of them holds, as in the list. */
export const contactFileQuery = contactQuery.omit({ cursor: true, limit: true });

/** A page of contacts by name. `matching` counts all pages. */
export const contactPage = pageOf(contact).extend({ matching: z.int() });
export type ContactPage = z.infer<typeof contactPage>;

/** A tag with how many contacts have it. */
export const contactTag = z.object({ tag: z.string(), contacts: z.int() });
export type ContactTag = z.infer<typeof contactTag>;

function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
