import { z } from 'zod';
import { price } from './price.ts';

/** What kind of line, in the words of `LineType`. */
const line = z
  .string()
  .meta({ description: 'mobile, landline, nonFixedVoip, tollFree …, unknown' });

/** What is known of a number, from where, and since when. */
export const knownNumber = z.object({
  number: z.string(),
  planLine: line.meta({ description: 'By its numbering plan' }),
  takesTexts: z.boolean().nullable().meta({ description: 'null: it may' }),
  source: z.enum(['lookup', 'failure', 'success']).nullable().meta({
    description:
      'failure, success: what became of a text to it. null: nothing was learned, the numbering plan alone says it',
  }),
  learnedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable().meta({ description: 'From then on it counts no more' }),
  lookup: z
    .object({
      state: z.enum(['asking', 'answered', 'failed']),
      line,
      carrier: z.string(),
      provider: z.string().meta({ description: 'Who was asked, and paid' }),
      price,
      answer: z.string().meta({ description: 'What the provider said where it did not answer' }),
      askedAt: z.iso.datetime(),
      againAt: z.iso.datetime().meta({ description: 'From then on it may be asked again' }),
    })
    .nullable(),
});
export type KnownNumber = z.infer<typeof knownNumber>;
