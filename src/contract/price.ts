import { z } from 'zod';

/** An amount of money, in units of its currency. */
export const price = z.object({ amount: z.number(), currency: z.string() });
export type Price = z.infer<typeof price>;
