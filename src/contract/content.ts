import { z } from 'zod';

/** The texts of a broadcast, in Liquid, one for each channel that it goes by. */
export const content = z
  .strictObject({
    sms: z
      .strictObject({
        text: z.string().trim().min(1, 'a text').max(1_600, 'at most 1,600 characters'),
      })
      .optional(),
    email: z
      .strictObject({
        subject: z
          .string()
          .trim()
          .min(1, 'a subject')
          .max(500)
          .regex(/^[^\r\n]*$/, 'one line'),
        text: z.string().trim().min(1, 'a text').max(100_000),
      })
      .optional(),
    voice: z
      .strictObject({ text: z.string().trim().min(1, 'what the call says').max(5_000) })
      .optional(),
  })
  .refine((c) => c.sms !== undefined || c.email !== undefined || c.voice !== undefined, {
    message: 'write a text, an email or what a call says',
  });
export type Content = z.infer<typeof content>;

/**
 * person: one message stands for all of a person's appointments.
 * appointment: one for each. Left out, it is `appointment` where a text speaks of `event.*`.
 */
export const copyMode = z.enum(['person', 'appointment']);
export type CopyMode = z.infer<typeof copyMode>;
