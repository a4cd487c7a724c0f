import { z } from 'zod';
import { pageOf } from './page-of.ts';
import { said } from './said.ts';

/** In what a file may be written; without one it is found out. */
export const importEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'iso-8859-15',
  'macintosh',
] as const;
export type ImportEncoding = (typeof importEncodings)[number];

/** How a file is to be read, where what is found out is not right. */
export const contactImportQuery = z.object({
  encoding: z.enum(importEncodings).optional(),
  delimiter: z.enum(['comma', 'semicolon', 'tab', 'bar']).optional(),
  header: z
    .enum(['yes', 'no'])
    .optional()
    .meta({ description: 'Whether the first row of a CSV file holds headers' }),
  keepRest: z.enum(['yes', 'no']).default('no').meta({
    description: 'Propose to keep columns that are not known as fields under their header',
  }),
});

const target = z
  .string()
  .max(200)
  .regex(
    /^(?:ignore|label|tags|name|first_name|last_name|title|company|notes|time_zone|language|(?:phone|email)(?::.*\S.*)?|field:.*\S.*)$/,
    /*i18n*/ 'one of name, first_name, last_name, title, company, notes, time_zone, language, tags, phone, phone:LABEL, email, email:LABEL, field:NAME, label, ignore',
  );

/** What each column becomes, in the order of the file. */
export const contactImportMapping = z.strictObject({
  mapping: z.array(target).min(1).max(200).meta({
    description:
      'A target for each column; label: the cell names the number or mailbox of the next column; field:NAME: a field of the account’s own',
  }),
});

/**
 * reading: the file comes in. checking: its rows are compared with the contacts. ready: what would be done
 * is counted, and nothing is written. writing: it was committed, and is written as a whole. matching: it is
 * written, and the people of the calendars are matched with it. done, canceled: the end.
 */
export const contactImportState = z.enum([
  'reading',
  'checking',
  'ready',
  'writing',
  'matching',
  'done',
  'canceled',
]);

/** What of a row cannot be taken. */
export const contactImportError = z.object({
  line: z.int().meta({ description: 'Line of the file, counted from 1, where the row begins' }),
  column: z.string().meta({ description: 'Header; empty where it is about the whole row' }),
  value: z.string().meta({ description: 'As it stands in the file; at most 200 characters' }),
  message: z.string(),
  said: said.optional(),
});
export type ContactImportError = z.infer<typeof contactImportError>;

/** An import: what it would do while it is checked and ready, what it did once it is done. */
export const contactImport = z.object({
  id: z.uuid(),
  fileName: z.string(),
  format: z.enum(['csv', 'vcard']),
  state: contactImportState,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  columns: z.array(
    z.object({
      header: z.string(),
      samples: z.array(z.string()).meta({ description: 'Some of its values' }),
      target: z.string().meta({ description: 'What it becomes, as in PUT …/mapping' }),
    }),
  ),
  progress: z.object({
    step: z.enum(['reading', 'drafting', 'grouping', 'comparing', 'writing', 'matching', 'over']),
    done: z.int(),
    of: z.int().meta({ description: 'Rows of the file' }),
  }),
  counts: z
    .object({
      created: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      joined: z.int().meta({ description: 'Rows that add to somebody of an earlier row' }),
      refused: z.int(),
    })
    .meta({ description: 'Of rows; complete once it is ready, and final once it is done' }),
  errors: z.array(contactImportError).meta({ description: 'The first 20' }),
  errorCount: z.int(),
});
export type ContactImport = z.infer<typeof contactImport>;

export const contactImportErrors = pageOf(contactImportError);
export const contactImportList = pageOf(contactImport.omit({ errors: true, columns: true }));
export type ContactImportList = z.infer<typeof contactImportList>;
