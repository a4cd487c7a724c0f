import type { ExclusionReason } from './plan.ts';

/** Why someone gets nothing on a channel, and the remedy. */
export const exclusionReasonWords: Readonly<
  Record<ExclusionReason, { short: string; remedy: string }>
> = {
  opted_out: {
    short: /*i18n*/ 'opted out',
    remedy: /*i18n*/ 'They asked for no more messages this way.',
  },
  no_address: {
    short: /*i18n*/ 'no number or address for it',
    remedy: /*i18n*/ 'Add one on the calendar and import again, or type the person in.',
  },
  invalid_address: {
    short: /*i18n*/ 'unusable number or address',
    remedy: /*i18n*/ 'Correct it on the calendar or in To.',
  },
  not_sms_capable: {
    short: /*i18n*/ 'cannot take texts',
    remedy: /*i18n*/ 'Add a call to the message, or call them yourself.',
  },
  duplicate: {
    short: /*i18n*/ 'shares a number or address',
    remedy: /*i18n*/ 'Nothing to do: each number or address gets it once.',
  },
  appointment_cancelled: {
    short: /*i18n*/ 'appointment cancelled',
    remedy: /*i18n*/ 'Type the person in if they should hear of it all the same.',
  },
  consent_missing: {
    short: /*i18n*/ 'no agreement on record',
    remedy: /*i18n*/ 'Ask for their agreement.',
  },
  country_not_allowed: {
    short: /*i18n*/ 'country not allowed',
    remedy: /*i18n*/ 'An owner can allow it under Settings.',
  },
  premium_number: {
    short: /*i18n*/ 'a number that costs extra to reach',
    remedy: /*i18n*/ 'Allow such numbers in the settings, if it is right.',
  },
  over_daily_cap: {
    short: /*i18n*/ 'has had enough messages today',
    remedy: /*i18n*/ 'Send to them tomorrow, or allow more in the settings.',
  },
  empty_field: {
    short: /*i18n*/ 'nothing for a field of the text',
    remedy: /*i18n*/ 'Take the field out, or fill it on the calendar.',
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
