import type { FailureReason } from './outcome.ts';

/** Why a message did not arrive, and what the desk can do about it. */
export const failureReasonWords: Readonly<Record<FailureReason, { why: string; todo: string }>> = {
  not_sms_capable: {
    why: /*i18n*/ 'This number cannot take texts',
    todo: /*i18n*/ 'Call, or ask for a mobile number.',
  },
  opted_out: {
    why: /*i18n*/ 'They asked for no more messages',
    todo: /*i18n*/ 'Only they can undo that.',
  },
  invalid_address: {
    why: /*i18n*/ 'No such number or address',
    todo: /*i18n*/ 'Check it on the calendar and import again.',
  },
  carrier_blocked: {
    why: /*i18n*/ 'The carrier blocked it',
    todo: /*i18n*/ 'Try another way of reaching them.',
  },
  content_rejected: {
    why: /*i18n*/ 'The carrier refused the text',
    todo: /*i18n*/ 'Reword it; links and sales talk are the usual cause.',
  },
  rate_limited: {
    why: /*i18n*/ 'Too many at once for the carrier',
    todo: /*i18n*/ 'Send it again a little later.',
  },
  provider_down: {
    why: /*i18n*/ 'The carrier is out of order',
    todo: /*i18n*/ 'Send it again when it is back.',
  },
  provider_misconfigured: {
    why: /*i18n*/ 'The carrier did not accept our account',
    todo: /*i18n*/ 'Check the provider under Settings.',
  },
  unreachable: {
    why: /*i18n*/ 'Their phone was off or out of reach',
    todo: /*i18n*/ 'Try again later, or call.',
  },
  busy: { why: /*i18n*/ 'The line was busy', todo: /*i18n*/ 'Call again later.' },
  no_answer: {
    why: /*i18n*/ 'Nobody answered',
    todo: /*i18n*/ 'Call again later, or send a text.',
  },
  mailbox_full: { why: /*i18n*/ 'Their mailbox is full', todo: /*i18n*/ 'Text or call instead.' },
  message_too_large: {
    why: /*i18n*/ 'The message is too large',
    todo: /*i18n*/ 'Make it shorter.',
  },
  appointment_cancelled: {
    why: /*i18n*/ 'The appointment was cancelled first',
    todo: /*i18n*/ 'Nothing: they did not need it any more.',
  },
  canceled: {
    why: /*i18n*/ 'It was taken back before it went out',
    todo: /*i18n*/ 'Nothing was sent.',
  },
  expired: {
    why: /*i18n*/ 'It was too late to make sense',
    todo: /*i18n*/ 'Write a new message if it still does.',
  },
  render_failed: {
    why: /*i18n*/ 'The text could not be made for them',
    todo: /*i18n*/ 'A field is empty: see the left-out list before sending.',
  },
  answer_lost: {
    why: /*i18n*/ 'The connection broke before the carrier answered',
    todo: /*i18n*/ 'They may have it. Ask them, then send it again or write it off.',
  },
  country_not_allowed: {
    why: /*i18n*/ 'The number is of a country that is not allowed',
    todo: /*i18n*/ 'Allow the country in the settings, if it is right.',
  },
  premium_number: {
    why: /*i18n*/ 'The number costs extra to reach',
    todo: /*i18n*/ 'Allow such numbers in the settings, if it is right.',
  },
  ledger_restored: {
    why: /*i18n*/ 'The database was set back in time after it may have gone out',
    todo: /*i18n*/ 'They may have it. Ask them, then send it again or write it off.',
  },
  reached_meanwhile: {
    why: /*i18n*/ 'They were reached after all before this went out',
    todo: /*i18n*/ 'Nothing: it was not needed any more.',
  },
  consent_missing: {
    why: /*i18n*/ 'They have not agreed to messages this way',
    todo: /*i18n*/ 'Ask them, and note what they say; then send it again.',
  },
  over_daily_cap: {
    why: /*i18n*/ 'They had got as many messages in 24 hours as is allowed here',
    todo: /*i18n*/ 'Send it again tomorrow, or allow more in the settings.',
  },
  unknown: {
    why: /*i18n*/ 'The carrier gave no reason we know',
    todo: /*i18n*/ 'Its own words are below.',
  },
};
