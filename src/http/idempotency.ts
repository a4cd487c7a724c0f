import { z } from 'zod';

/** The header of calls that make something once. */
export const idempotency = z.object({
  'idempotency-key': z.string().min(8).max(200).meta({
    description: 'The same key makes the same thing once: repeat the call as often as you like',
  }),
});
