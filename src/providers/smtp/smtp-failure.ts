import type { FailureReason } from '../../contract/outcome.ts';
import type { SendOutcome } from '../provider.ts';
import { replyReason, type SmtpStage } from './reply-reason.ts';

/** What the SMTP client says when something failed; `responseCode` where the server did. */
export type SmtpError = Error & {
  code?: string | undefined;
  originalCode?: string | undefined;
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
};

/**
 * What is known after a failure. A negative reply is proof that the message was not taken: 4xx is worth
 * trying again, 5xx is not (RFC 5321, 4.2.1), but for one that speaks of us (a wrong password, a sender
 * that is not ours): that is for the owner to mend, and no fault of the message. Without a reply the body decides: had it begun, the server
 * may have taken the message; before that it cannot have.
 */
export function failedSend(error: SmtpError, bodyBegan: boolean): SendOutcome {
  const answer = (error.response ?? error.message).replace(/\s+/g, ' ').trim().slice(0, 500);
  const reply = replyOf(error);
  if (reply && !(bodyBegan && isUnasked(error))) {
    const reason = replyReason({ ...reply, stage: stageOf(error) });
    const code = reply.enhanced ? `${reply.code} ${reply.enhanced}` : `${reply.code}`;
    // 503 speaks of the order of commands, not of the message: another connection may take it.
    const isForNow = reply.code < 500 || reply.code === 503 || reason === 'provider_misconfigured';
    return { outcome: isForNow ? 'retryable' : 'rejected', reason, code, answer };
  }
  if (bodyBegan) return { outcome: 'uncertain', answer };
  const code = error.originalCode ?? error.code ?? null;
  const refusal = ownRefusal(error);
  if (refusal) return { outcome: 'rejected', reason: refusal, code, answer };
  return { outcome: 'retryable', reason: connectionReason(error), code, answer };
}

/** Whether the server refused what it was asked; then the connection still works, but for 421. */
export function isReply(error: SmtpError): boolean {
  return replyOf(error) !== null && !isUnasked(error);
}

/** A greeting that refuses us, or a reply that nobody waited for: of a message on the wire it proves nothing. */
function isUnasked({ code }: SmtpError): boolean {
  return code === 'EPROTOCOL';
}

function replyOf(error: SmtpError): { code: number; enhanced: string | null } | null {
  const code = error.responseCode ?? 0;
  if (code < 400 || code > 599) return null;
  // A reply to STARTTLS says nothing of the message.
  if (error.code === 'ETLS') return null;
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(error.response ?? '')?.[1] ?? null;
  return { code, enhanced };
}

function stageOf({ code, command = '' }: SmtpError): SmtpStage {
  if (code === 'EAUTH' || command.startsWith('AUTH')) return 'auth';
  if (code === 'EMESSAGE' || command === 'DATA') return 'data';
  if (command === 'MAIL FROM') return 'mail';
  return command === 'RCPT TO' ? 'rcpt' : 'connect';
}

/** What our own client did not even begin to send. */
function ownRefusal({ code, response }: SmtpError): FailureReason | null {
  if (response) return null;
  if (code === 'EMESSAGE') return 'message_too_large';
  return code === 'EENVELOPE' ? 'invalid_address' : null;
}

/** A certificate that is wrong, or no way to sign in, is for the administrator to mend. */
function connectionReason({ code, originalCode = '' }: SmtpError): FailureReason {
  const isOfTls = code === 'ETLS' || /CERT|SSL|TLS|SELF_SIGNED/.test(originalCode);
  return isOfTls || code === 'EAUTH' ? 'provider_misconfigured' : 'provider_down';
}
