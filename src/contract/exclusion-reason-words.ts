import type { ExclusionReason } from './plan.ts';

/** Why someone gets nothing on a channel, and the remedy. */
export const exclusionReasonWords: Readonly<
  Record<ExclusionReason, { short: string; remedy: string }>
> = {
  opted_out: { short: /*i18n*/ 'opted out', remedy: 'They asked for no more messages this way.' },
  no_address: {
    short: 'no number or address for it',
    remedy: 'Add one on the calendar and import again, or type the person in.',
  },
  invalid_address: {
    short: 'unusable number or address',
    remedy: 'Correct it on the calendar or in To.',
  },
  not_sms_capable: { short: 'cannot take texts', remedy: 'Call them.' },
  duplicate: {
    short: 'shares a number or address',
    remedy: 'Nothing to do: each number or address gets it once.',
  },
  appointment_cancelled: {
    short: 'appointment cancelled',
    remedy: 'Type the person in if they should hear of it all the same.',
  },
  consent_missing: { short: 'no agreement on record', remedy: 'Ask for their agreement.' },
  country_not_allowed: {
    short: 'country not allowed',
    remedy: 'An owner can allow it under Settings.',
  },
  premium_number: {
    short: 'a number that costs extra to reach',
    remedy: 'Allow such numbers in the settings, if it is right.',
  },
  over_daily_cap: {
    short: 'has had enough messages today',
    remedy: 'Send to them tomorrow, or allow more in the settings.',
  },
  empty_field: {
    short: 'nothing for a field of the text',
    remedy: 'Take the field out, or fill it on the calendar.',
  },
};

/**
 * What the plan adds to a reason: whose message stands for them, which field, what was written.
 * `locale` is a kind of English, for the names of countries.
 */
export function exclusionDetailInWords(
  reason: ExclusionReason,
  detail: string,
  locale: string,
): string {
  if (detail === '' || reason === 'no_address') return '';
  if (reason === 'duplicate') return `hears with ${detail}`;
  if (reason === 'empty_field') return `{{ ${detail} }}`;
  if (reason === 'country_not_allowed') {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(detail) ?? detail;
  }
  return `“${detail}”`;
}
