import { z } from 'zod';

/** What became of a delivery, in the words that pages show. */
export const outcome = z.enum([
  'waiting',
  'sending',
  'with_carrier',
  'delivered',
  'not_delivered',
  'not_sure',
  'left_out',
  'taken_back',
]);
export type Outcome = z.infer<typeof outcome>;

export const deliveryState = z.enum([
  'ready',
  'claimed',
  'submitting',
  'accepted',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'uncertain',
  'written_off',
  'suppressed',
  'expired',
  'canceled',
]);
export type DeliveryState = z.infer<typeof deliveryState>;

/** Each state of the ledger and the outcome that it counts as. */
export const outcomeOf: Readonly<Record<DeliveryState | 'left_out', Outcome>> = {
  ready: 'waiting',
  claimed: 'waiting',
  submitting: 'sending',
  accepted: 'with_carrier',
  sent: 'with_carrier',
  delivered: 'delivered',
  undelivered: 'not_delivered',
  failed: 'not_delivered',
  expired: 'not_delivered',
  written_off: 'not_delivered',
  suppressed: 'left_out',
  uncertain: 'not_sure',
  canceled: 'taken_back',
  left_out: 'left_out',
};

/** The closed vocabulary of failures; the provider's own words stand beside it. */
export const failureReason = z.enum([
  'not_sms_capable',
  'opted_out',
  'invalid_address',
  'carrier_blocked',
  'content_rejected',
  'rate_limited',
  'provider_down',
  'provider_misconfigured',
  'unreachable',
  'busy',
  'no_answer',
  'mailbox_full',
  'message_too_large',
  'appointment_cancelled',
  'canceled',
  'expired',
  'render_failed',
  'answer_lost',
  'country_not_allowed',
  'premium_number',
  'ledger_restored',
  'reached_meanwhile',
  'consent_missing',
  'over_daily_cap',
  'unknown',
]);
export type FailureReason = z.infer<typeof failureReason>;
