import { z } from 'zod';
import { outcome } from './outcome.ts';

/** So many messages of a broadcast are shown one by one. */
export const FACES = 40;

/** The first messages of a broadcast: whom each is for, and what became of it. */
export const faces = z.object({
  items: z.array(z.object({ id: z.uuid(), name: z.string(), outcome })).max(FACES),
});
export type Faces = z.infer<typeof faces>;
