import { z } from 'zod';
import { textLimits } from './text-limits.ts';

/** What is said: by a voice that reads a text in Liquid, or by a sound that was uploaded. */
const spoken = {
  text: z
    .string()
    .trim()
    .min(1, /*i18n*/ 'what the call says')
    .max(textLimits.voice, /*i18n*/ 'at most 5,000 characters')
    .optional(),
  audioId: z.uuid().optional().meta({
    description: 'A sound, uploaded with purpose audio, instead of a text',
  }),
};
const isOne = ({ text, audioId }: { text?: string | undefined; audioId?: string | undefined }) =>
  (text === undefined) !== (audioId === undefined);

/** A key of a telephone. */
const key = z.string().regex(/^[0-9]$/, /*i18n*/ 'a key from 0 to 9');

/** What keys mean, where somebody who answers may press some. */
export const voiceKeys = z
  .strictObject({
    confirm: key.optional().meta({ description: 'They confirm, as with 1' }),
    callBack: key.optional().meta({ description: 'They want to be called back, as with 2' }),
    optOut: key.optional().meta({ description: 'They want no more calls, as with 9' }),
  })
  .refine((keys) => {
    const pressed = Object.values(keys).filter((one) => one !== undefined);
    return new Set(pressed).size === pressed.length;
  }, /*i18n*/ 'each key can mean one thing');
export type VoiceKeys = z.infer<typeof voiceKeys>;

/** What a call is: what is said, in which language and voice, and what else it does. */
export const voiceContent = z
  .strictObject({
    ...spoken,
    language: z
      .string()
      .regex(/^[a-z]{2}-[A-Z]{2}$/, /*i18n*/ 'a language as en-US')
      .optional()
      .meta({ description: 'Of the voice that reads; en-US unless said otherwise' }),
    voice: z
      .enum(['woman', 'man'])
      .optional()
      .meta({ description: 'woman, unless said otherwise' }),
    voicemail: z
      .strictObject(spoken)
      .refine(isOne, /*i18n*/ 'a text or a sound for voicemail')
      .optional()
      .meta({ description: 'What a machine that answers is told instead' }),
    keys: voiceKeys.optional(),
  })
  .refine(isOne, {
    message: /*i18n*/ 'what the call says, or a sound instead of it',
    path: ['text'],
  });
export type VoiceContent = z.infer<typeof voiceContent>;
