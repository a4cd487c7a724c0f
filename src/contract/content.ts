import { z } from 'zod';
import { attachmentLimits } from './attachment-limits.ts';
import { fromName, replyTo } from './mail-sender.ts';
import { textLimits } from './text-limits.ts';
import { voiceContent } from './voice-content.ts';

/** Ids of files, each once, in the order in which they go. */
const attachments = (most: number) =>
  z
    .array(z.uuid())
    .max(most, `at most ${most} files`)
    .refine((ids) => new Set(ids).size === ids.length, /*i18n*/ 'each file once')
    .optional();

/** The texts of a broadcast, in Liquid, one for each channel that it goes by. */
export const content = z
  .strictObject({
    sms: z
      .strictObject({
        text: z
          .string()
          .trim()
          .min(1, /*i18n*/ 'a text')
          .max(textLimits.sms, /*i18n*/ 'at most 1,600 characters'),
        replaceCharacters: z.boolean().optional().meta({
          description:
            'Curly quotes, dashes, ellipses, bullets and special blanks go out as plain characters of the same meaning, also those in names',
        }),
        attachments: attachments(attachmentLimits.perText),
      })
      .optional(),
    email: z
      .strictObject({
        subject: z
          .string()
          .trim()
          .min(1, /*i18n*/ 'a subject')
          .max(500)
          .regex(/^[^\r\n]*$/, /*i18n*/ 'one line'),
        text: z
          .string()
          .trim()
          .min(1, /*i18n*/ 'a text')
          .max(textLimits.email, /*i18n*/ 'at most 100,000 characters')
          .optional()
          .meta({ description: 'The plain part; left out, it is made from html' }),
        html: z
          .string()
          .trim()
          .min(1, /*i18n*/ 'a text')
          .max(
            textLimits.html,
            /*i18n*/ 'at most 200,000 characters, markup among them: attach pictures instead of pasting them',
          )
          .optional()
          .meta({
            description:
              'Rich text. Only what mail readers show safely goes out: links by https, mailto and tel, images by https and cid. Left out, it is made from text',
          }),
        fromName: fromName.optional().meta({
          description:
            'Whom it is from; left out, as the account says, else as the mail server is set',
        }),
        replyTo: replyTo.optional().meta({
          description: 'Where answers go; left out, as the account says, else to the sender',
        }),
        unsubscribe: z.boolean().optional().meta({
          description:
            'A link stands under it by which its recipient gets no more emails, with the address of the account; mail readers offer it as a button (RFC 8058)',
        }),
        attachments: attachments(attachmentLimits.perEmail),
      })
      .refine((email) => email.text !== undefined || email.html !== undefined, {
        message: /*i18n*/ 'write the email as text or html',
        path: ['text'],
      })
      .optional(),
    voice: voiceContent.optional(),
  })
  .refine((c) => c.sms !== undefined || c.email !== undefined || c.voice !== undefined, {
    message: /*i18n*/ 'write a text, an email or what a call says',
  });
export type Content = z.infer<typeof content>;

/**
 * person: one message stands for all of a person's appointments.
 * appointment: one for each. Left out, it is `appointment` where a text speaks of `event.*`.
 */
export const copyMode = z.enum(['person', 'appointment']);
export type CopyMode = z.infer<typeof copyMode>;
