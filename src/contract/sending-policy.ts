import { z } from 'zod';
import { channel } from './channel.ts';
import { country } from './setup.ts';

const wallClock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, /*i18n*/ 'an hour and minute as in 21:00')
  .meta({ example: '21:00' });

/** Hours in which nothing goes out, by the recipient's own clock; `until` may be on the next day. */
export const quietHours = z
  .strictObject({ from: wallClock, until: wallClock, channels: z.array(channel).min(1) })
  .refine(({ from, until }) => from !== until, { message: 'from and until must differ' });
export type QuietHours = z.infer<typeof quietHours>;

/** What an account allows itself. */
export const sendingPolicy = z.strictObject({
  quietHours: quietHours.nullable(),
  validMinutes: z.int().min(5).max(4_320).meta({
    description: 'So long after its time a message still goes out, unless it says otherwise',
  }),
  allowedCountries: z
    .array(country)
    .min(1)
    .max(250)
    .nullable()
    .meta({ description: 'Whose numbers may be contacted; null: the account’s own country' }),
  premiumAllowed: z.boolean().meta({ description: 'Numbers that cost their caller extra' }),
  spendingCap: z.number().min(0).max(1_000_000).nullable().meta({
    description: 'A day, in the account’s currency and zone; null: none',
  }),
  currency: z.string().regex(/^[A-Z]{3}$/, /*i18n*/ 'ISO 4217, as in USD'),
  personHourly: z.int().min(1).max(1_000).nullable().meta({
    description: 'More messages to one address within an hour pause the broadcast; null: no alarm',
  }),
  personDaily: z.int().min(1).max(1_000).nullable().meta({
    description:
      'Messages on one channel to one address within 24 hours: one more of a broadcast is not sent; null: any number',
  }),
  rateAlarm: z
    .boolean()
    .meta({ description: 'A rate far above what is normal for the account pauses the broadcast' }),
  largeSend: z.int().min(1).max(10_000_000).nullable().meta({
    description: 'Sends to more people ask for their count; null: never',
  }),
  explicitConsent: z.array(channel).max(3).meta({
    description:
      'Channels on which only those get something who agreed to it expressly (/consents); on others an appointment or a typed contact is enough',
  }),
  looksUp: z.boolean().meta({
    description:
      'Look numbers up that may be landlines or mobiles, where a call depends on it and the provider can; it costs money',
  }),
  lookupsDaily: z.int().min(1).max(1_000_000).meta({
    description: 'So many numbers a day are looked up, also where a person asks for it',
  }),
});
export type SendingPolicy = z.infer<typeof sendingPolicy>;
