import type { FailureReason } from './outcome.ts';

/** Why a message did not arrive, and what the desk can do about it. */
export const failureReasonWords: Readonly<Record<FailureReason, { why: string; todo: string }>> = {
  not_sms_capable: {
    why: 'This number cannot take texts',
    todo: 'Call, or ask for a mobile number.',
  },
  opted_out: { why: 'They asked for no more messages', todo: 'Only they can undo that.' },
  invalid_address: {
    why: 'No such number or address',
    todo: 'Check it on the calendar and import again.',
  },
  carrier_blocked: {
    why: 'The carrier blocked it',
    todo: 'Try another way of reaching them.',
  },
  content_rejected: {
    why: 'The carrier refused the text',
    todo: 'Reword it; links and sales talk are the usual cause.',
  },
  rate_limited: { why: 'Too many at once for the carrier', todo: 'Send it again a little later.' },
  provider_down: { why: 'The carrier is out of order', todo: 'Send it again when it is back.' },
  provider_misconfigured: {
    why: 'The carrier did not accept our account',
    todo: 'Check the provider under Settings.',
  },
  unreachable: {
    why: 'Their phone was off or out of reach',
    todo: 'Try again later, or call.',
  },
  busy: { why: 'The line was busy', todo: 'Call again later.' },
  no_answer: { why: 'Nobody answered', todo: 'Call again later, or send a text.' },
  mailbox_full: { why: 'Their mailbox is full', todo: 'Text or call instead.' },
  message_too_large: { why: 'The message is too large', todo: 'Make it shorter.' },
  appointment_cancelled: {
    why: 'The appointment was cancelled first',
    todo: 'Nothing: they did not need it any more.',
  },
  canceled: { why: 'It was taken back before it went out', todo: 'Nothing was sent.' },
  expired: { why: 'It was too late to make sense', todo: 'Write a new message if it still does.' },
  render_failed: {
    why: 'The text could not be made for them',
    todo: 'A field is empty: see the left-out list before sending.',
  },
  answer_lost: {
    why: 'The connection broke before the carrier answered',
    todo: 'They may have it. Ask them, then send it again or write it off.',
  },
  country_not_allowed: {
    why: 'The number is of a country that is not allowed',
    todo: 'Allow the country in the settings, if it is right.',
  },
  premium_number: {
    why: 'The number costs extra to reach',
    todo: 'Allow such numbers in the settings, if it is right.',
  },
  ledger_restored: {
    why: 'The database was set back in time after it may have gone out',
    todo: 'They may have it. Ask them, then send it again or write it off.',
  },
  reached_meanwhile: {
    why: 'They were reached after all before this went out',
    todo: 'Nothing: it was not needed any more.',
  },
  consent_missing: {
    why: 'They have not agreed to messages this way',
    todo: 'Ask them, and note what they say; then send it again.',
  },
  over_daily_cap: {
    why: 'They had got as many messages in 24 hours as is allowed here',
    todo: 'Send it again tomorrow, or allow more in the settings.',
  },
  unknown: { why: 'The carrier gave no reason we know', todo: 'Its own words are below.' },
};
