import { z } from 'zod';
import { timeZone } from './setup.ts';

/** A wall clock and the zone it is meant in: one, or `recipient`, each recipient's own. */
export const sendLater = z.strictObject({
  wall: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, /*i18n*/ 'a date and time as in 2026-03-08T09:00')
    .meta({ example: '2026-03-08T09:00' }),
  zone: z.union([timeZone, z.literal('recipient')]).meta({
    description: 'IANA time zone name, or recipient: by the clock of each recipient',
  }),
});
export type SendLater = z.infer<typeof sendLater>;

/** When a message goes out, and until when. */
export const timing = z.strictObject({
  sendLater: sendLater.optional(),
  validMinutes: z.int().min(5).max(4_320).optional().meta({
    description: 'So long after its time it still goes out; default: the account’s',
  }),
  ignoreQuietHours: z.boolean().optional().meta({
    description: 'Let it go out in quiet hours; the name of who asks is kept',
  }),
});
export type Timing = z.infer<typeof timing>;

/** Who waits for the end of their quiet hours, and from when until when they go out. */
export const quietWait = z.object({
  count: z.int().meta({ description: 'Messages; of a broadcast at most 10,000 are counted' }),
  earliest: z.iso.datetime(),
  latest: z.iso.datetime(),
});

export type QuietWait = z.infer<typeof quietWait>;
