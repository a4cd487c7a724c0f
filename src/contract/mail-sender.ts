import { z } from 'zod';

/** Nothing that begins a new line or turns the direction of what stands behind it. */
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\u{202a}-\u{202e}\u{2066}-\u{2069}]*$/u;

/** The name beside the address that an email is from. */
export const fromName = z
  .string()
  .trim()
  .min(1, /*i18n*/ 'a name')
  .max(200)
  .regex(ONE_LINE, /*i18n*/ 'one line without hidden marks');

/** One mailbox that answers go to (RFC 5321, 4.5.3.1: so many characters before the @ and in all). */
export const replyTo = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^@]{0,64}@|^[^@]*$/, /*i18n*/ 'at most 64 characters before the @')
  .pipe(z.email(/*i18n*/ 'one email address as in desk@example.com'));

/** Whom an email is from and where answers go; null: as the mail server is set. */
export const mailSender = z.object({
  fromName: z.string().nullable(),
  replyTo: z.string().nullable(),
});
export type MailSender = z.infer<typeof mailSender>;
