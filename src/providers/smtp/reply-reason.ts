import type { FailureReason } from '../../contract/outcome.ts';

/** The command that a reply answers: connecting, signing in, MAIL, RCPT, or DATA and the message itself. */
export type SmtpStage = 'connect' | 'auth' | 'mail' | 'rcpt' | 'data';

/** A negative reply: its code (RFC 5321, 4.2.3) and, where the server gives one, the enhanced one (RFC 3463). */
export type SmtpReply = { code: number; enhanced: string | null; stage: SmtpStage };

/** Subject and detail of enhanced codes, which mean the same in 4.x.x and 5.x.x. */
const byEnhanced: Readonly<Record<string, FailureReason>> = {
  '1.0': 'invalid_address',
  '1.1': 'invalid_address',
  '1.2': 'invalid_address',
  '1.3': 'invalid_address',
  '1.4': 'invalid_address',
  '1.6': 'invalid_address',
  '1.7': 'provider_misconfigured',
  '1.8': 'provider_misconfigured',
  '1.10': 'invalid_address',
  '2.1': 'unreachable',
  '2.2': 'mailbox_full',
  '2.3': 'message_too_large',
  '3.4': 'message_too_large',
  '4.4': 'unreachable',
  '5.3': 'rate_limited',
  '6.0': 'content_rejected',
};

/** Codes that say what is wrong wherever they stand. */
const byCode: Readonly<Record<number, FailureReason>> = {
  421: 'provider_down',
  432: 'provider_down',
  450: 'unreachable',
  451: 'provider_down',
  452: 'rate_limited',
  454: 'provider_down',
  503: 'provider_down',
  521: 'invalid_address',
  530: 'provider_misconfigured',
  534: 'provider_misconfigured',
  535: 'provider_misconfigured',
  538: 'provider_misconfigured',
  551: 'invalid_address',
  552: 'mailbox_full',
  556: 'invalid_address',
};

/** Why a server refused, in our words. */
export function replyReason({ code, enhanced, stage }: SmtpReply): FailureReason {
  if (stage === 'auth') return code < 500 ? 'provider_down' : 'provider_misconfigured';
  const subject = enhanced?.slice(enhanced.indexOf('.') + 1);
  if (subject?.startsWith('7.')) return policyReason(code, stage);
  const known = ((subject && byEnhanced[subject]) ?? byCode[code]) || byStage(code, stage);
  return known === 'provider_down' && isOfOne(code, stage) ? 'unreachable' : known;
}

/** For now refused for one recipient, as by greylisting: the server itself works. */
function isOfOne(code: number, stage: SmtpStage): boolean {
  return stage === 'rcpt' && code >= 450 && code <= 452;
}

/** x.7.x, security or policy: for now mostly greylisting or a rate, for good the message or us. */
function policyReason(code: number, stage: SmtpStage): FailureReason {
  if (code < 500) return code === 421 ? 'provider_down' : 'rate_limited';
  if (code in byCode && byCode[code] === 'provider_misconfigured') return 'provider_misconfigured';
  if (stage === 'mail' || stage === 'connect') return 'provider_misconfigured';
  return stage === 'data' ? 'content_rejected' : 'carrier_blocked';
}

function byStage(code: number, stage: SmtpStage): FailureReason {
  if (code < 500) return 'provider_down';
  if (code < 550) return 'unknown';
  const reasons = {
    connect: 'provider_misconfigured',
    auth: 'provider_misconfigured',
    mail: 'provider_misconfigured',
    rcpt: code === 554 ? 'carrier_blocked' : 'invalid_address',
    data: 'content_rejected',
  } as const;
  return reasons[stage];
}
