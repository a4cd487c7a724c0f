import { z } from 'zod';

/** Whether this installation still waits for its owner. */
export const setupState = z.object({ needed: z.boolean() });
export type SetupState = z.infer<typeof setupState>;

/** ISO 3166-1 alpha-2, upper case. */
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, /*i18n*/ 'two capital letters, as in US, GB or MX')
  .meta({ description: 'ISO 3166-1 alpha-2; how national phone numbers are read', example: 'US' });

/** An IANA time zone name that this machine knows. */
export const timeZone = z
  .string()
  .refine(isTimeZone, /*i18n*/ 'a time zone name as in America/New_York')
  .meta({ description: 'IANA time zone name', example: 'America/New_York' });

/** What the first person to open the setup link says. */
export const setupRequest = z.object({
  token: z.string().min(1, /*i18n*/ 'the token of the link that the terminal printed'),
  ownerName: z.string().trim().min(1, /*i18n*/ 'your name').max(200),
  email: z.email(/*i18n*/ 'an email address as in you@example.com').max(320),
  password: z.string().min(10, /*i18n*/ 'at least 10 characters').max(128),
  accountName: z.string().trim().min(1, /*i18n*/ 'the name of your business').max(200),
  country,
  timeZone,
});
export type SetupRequest = z.infer<typeof setupRequest>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
