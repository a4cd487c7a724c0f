import type { ExclusionReason } from '../../../src/contract/plan.ts';

/** Why someone gets nothing on a channel, and the remedy. */
export const exclusionReasonWords: Readonly<
  Record<ExclusionReason, { short: string; remedy: string }>
> = {
  opted_out: { short: 'opted out', remedy: 'They asked for no more messages this way.' },
  no_address: {
    short: 'has no number or address for it',
    remedy: 'Add one on the calendar and import again, or type the person in.',
  },
  invalid_address: {
    short: 'has an unusable number or address',
    remedy: 'Correct it on the calendar or in To.',
  },
  not_sms_capable: { short: 'cannot take texts', remedy: 'Call them.' },
  duplicate: {
    short: 'shares a message with someone',
    remedy: 'Nothing to do: the same number or address gets it once.',
  },
  appointment_cancelled: {
    short: 'has a cancelled appointment',
    remedy: 'Type the person in if they should hear of it all the same.',
  },
  consent_missing: { short: 'has not agreed to messages', remedy: 'Ask for their agreement.' },
  country_not_allowed: {
    short: 'is in a country that is not allowed',
    remedy: 'An owner can allow it under Settings.',
  },
  over_daily_cap: { short: 'is over the daily limit', remedy: 'Send to them tomorrow.' },
  empty_field: {
    short: 'has nothing for a field of the text',
    remedy: 'Take the field out, or fill it on the calendar.',
  },
};
