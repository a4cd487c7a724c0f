import { z } from 'zod';
import { outcomeCounts } from './broadcast.ts';

/** How the outcomes of a message came about. */
export const broadcastHistory = z.object({
  stepSeconds: z.int().meta({ description: 'Between two points; chosen by how long it took' }),
  points: z
    .array(
      z.object({
        at: z.iso.datetime(),
        counts: outcomeCounts.meta({ description: 'Messages by outcome, as they stood then' }),
      }),
    )
    .meta({ description: 'At most 61; none before the first message has moved' }),
});
export type BroadcastHistory = z.infer<typeof broadcastHistory>;
