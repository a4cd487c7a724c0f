import { z } from 'zod';
import { personOutcome } from './audience.ts';
import { channel } from './channel.ts';
import { failureReason } from './outcome.ts';
import { exclusionReason } from './plan.ts';

/** What became of the people of a broadcast, and why those were missed whom nothing reached. */
export const reach = z.object({
  people: z.record(personOutcome, z.int()),
  missed: z
    .array(
      z.object({
        channel,
        reason: z.union([failureReason, exclusionReason]),
        count: z.int().meta({ description: 'Messages, and people left out' }),
      }),
    )
    .meta({ description: 'Of those who were not reached, the commonest reason first' }),
});
export type Reach = z.infer<typeof reach>;
