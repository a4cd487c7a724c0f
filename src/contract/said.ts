import { z } from 'zod';

/** What stands in a place of a sentence: as it is, or words that are looked up themselves. */
type Value = string | number | Said;

/**
 * A sentence for people with values in it: its English as an ICU message, by which catalogues know it,
 * and what stands in its places.
 */
export type Said = { text: string; values?: Readonly<Record<string, Value>> | undefined };

/** A sentence for people. One without values is its English itself. */
export type Sentence = string | Said;

/** A sentence at a field, by the path of the field in dots. */
export type FieldSentence = { path: string; message: Sentence };

/** A sentence as a program can translate it, beside its English. */
export const said: z.ZodType<Said> = z
  .object({
    text: z.string().meta({ description: 'The English, an ICU message, as a catalogue knows it' }),
    get values() {
      return z.record(z.string(), z.union([z.string(), z.number(), said])).optional();
    },
  })
  .meta({
    id: 'Said',
    description: 'For translation: the sentence with places for what stands in it, and what does',
  });
