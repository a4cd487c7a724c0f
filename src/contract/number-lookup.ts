import { z } from 'zod';
import { checkWays } from './fallback.ts';
import { planParts } from './plan.ts';
import { price } from './price.ts';
import { checkResolve } from './resolve.ts';

/** Who looks numbers up, and for how much. */
export const lookupOffer = z.object({
  offer: z
    .object({
      provider: z.string().meta({ description: 'Who is asked, and paid' }),
      price: price.meta({ description: 'Of one number' }),
      usedToday: z.int(),
      leftToday: z.int(),
    })
    .nullable()
    .meta({ description: 'null: no provider of texts looks numbers up just now' }),
});
export type LookupOffer = z.infer<typeof lookupOffer>;

/** A message whose unknown numbers are to be looked up. */
export const lookupRequest = planParts
  .extend({
    atMost: z.int().min(1).max(10_000).default(10_000).meta({
      description: 'No more numbers than these, as a plan told their price',
    }),
  })
  .superRefine(checkWays)
  .superRefine(checkResolve);

/** What came of it. */
export const lookupResult = z.object({
  provider: z.string().meta({ description: 'Who was asked, and is paid' }),
  asked: z.int().meta({ description: 'Numbers that may have been charged for' }),
  answered: z.int(),
  cost: price,
  failure: z
    .string()
    .nullable()
    .meta({ description: 'What the provider said where it did not answer; null: it did' }),
});
export type LookupResult = z.infer<typeof lookupResult>;
