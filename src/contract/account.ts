import { z } from 'zod';
import { fromName, replyTo } from './mail-sender.ts';

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\r\n]*$/, /*i18n*/ 'one line');

/** A language by its BCP 47 tag in which this machine can say days and times. */
const language = z
  .string()
  .trim()
  .max(35)
  .refine(isSpoken, /*i18n*/ 'a language as in en, es or pt-BR')
  .meta({ description: 'BCP 47; for people of whom no language is known', example: 'en' });

/** What an account tells of itself in messages, as {{ account.phone }}; empty where it does not. */
export const accountProfile = z.strictObject({
  name: line(200).min(1, /*i18n*/ 'the name of your business'),
  phone: line(60).meta({ description: 'As it is to be read; nothing is sent to it' }),
  email: z.union([
    z.literal(''),
    z.email(/*i18n*/ 'an email address as in you@example.com').max(320),
  ]),
  address: line(300),
  website: line(200),
  language,
  fromName: z.union([z.literal(''), fromName]).meta({
    description:
      'Whom emails are from, unless a message says otherwise; empty: as the mail server is set',
  }),
  replyTo: z.union([z.literal(''), replyTo]).meta({
    description:
      'Where answers to emails go, unless a message says otherwise; empty: to the sender',
  }),
});
export type AccountProfile = z.infer<typeof accountProfile>;

function isSpoken(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
