import { z } from 'zod';

/** Why an address must not be contacted, from the weakest reason to the gravest. */
export const suppressionReason = z.enum([
  'invalid',
  'hard_bounce',
  'unsubscribed',
  'stop',
  'manual',
  'complaint',
  'erased',
]);
export type SuppressionReason = z.infer<typeof suppressionReason>;
