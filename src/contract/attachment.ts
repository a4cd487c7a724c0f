import { z } from 'zod';

/** A file that can be attached, or played to somebody who answers. */
export const attachment = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string().meta({ description: 'Media type, by its content' }),
  size: z.int().meta({ description: 'Bytes' }),
  width: z.int().nullable().meta({ description: 'Of a picture, in pixels, as it is shown' }),
  height: z.int().nullable(),
  seconds: z.number().nullable().meta({ description: 'Of a sound' }),
  peak: z
    .number()
    .nullable()
    .meta({ description: 'Of a sound, its loudest sample; 1 is the loudest that there is' }),
  phone: z.object({ type: z.string(), size: z.int() }).nullable().meta({
    description:
      'What a phone gets instead: a smaller picture by MMS, a sound as telephony plays it',
  }),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type Attachment = z.infer<typeof attachment>;

/** file: for a text or an email. audio: for a call, which plays only sounds. */
export const attachmentPurpose = z.enum(['file', 'audio']);
export type AttachmentPurpose = z.infer<typeof attachmentPurpose>;

export const attachmentUpload = z.object({
  purpose: attachmentPurpose.default('file'),
});

export const attachmentRendition = z.object({
  rendition: z
    .enum(['original', 'phone'])
    .default('original')
    .meta({ description: 'phone: as a phone gets it, where that is something else' }),
});
