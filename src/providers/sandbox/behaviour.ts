import type { Channel } from '../../contract/channel.ts';
import type { FailureReason } from '../../contract/outcome.ts';
import type { SandboxFault } from '../../contract/sandbox.ts';
import type { Receipt } from '../provider.ts';

/** A receipt that will be given so many milliseconds after the message was taken. */
export type PlannedReceipt = Pick<
  Receipt,
  'state' | 'reason' | 'code' | 'answer' | 'answeredBy'
> & { after: number };

/**
 * What the pretend carrier does with a message.
 * - refuse: it does not take it, for good (`rejected`) or for now (`retryable`).
 * - take: it keeps it; `arrives` says whether the phone or mailbox then gets it, and where `answers`
 *   is false the connection seems to break before the carrier can say so.
 */
export type Behaviour =
  | {
      does: 'refuse';
      outcome: 'rejected' | 'retryable';
      reason: FailureReason;
      code: string;
      answer: string;
    }
  | {
      does: 'take';
      /** Milliseconds before it takes the message. */
      delay: number;
      answers: boolean;
      arrives: boolean;
      receipts: readonly PlannedReceipt[];
    };

const took = { does: 'take', delay: 0, answers: true, arrives: true } as const;

/** How a channel behaves where `fault` is set; a fault that the channel does not know does nothing. */
export function behaviour(fault: SandboxFault, channel: Channel): Behaviour {
  switch (fault) {
    case 'blocked':
      return refusal(
        'rejected',
        'carrier_blocked',
        '30004',
        /*i18n*/ 'The carrier refused this address.',
      );
    case 'down':
      return refusal(
        'retryable',
        'provider_down',
        '503',
        /*i18n*/ 'The carrier is down; try again later.',
      );
    case 'landline':
      return channel === 'sms' ? landlineText() : arrival(channel);
    case 'no_answer':
      return channel === 'voice' ? unansweredCall() : neverThere();
    case 'voicemail':
      return channel === 'voice' ? voicemail() : arrival(channel);
    case 'slow':
      return { ...took, delay: 2_000, receipts: [sent(1_000), delivered(channel, 5_000)] };
    case 'answer_lost':
      return { ...arrival(channel), answers: false };
    case 'none':
      return arrival(channel);
  }
}

function refusal(
  outcome: 'rejected' | 'retryable',
  reason: FailureReason,
  code: string,
  answer: string,
): Behaviour {
  return { does: 'refuse', outcome, reason, code, answer };
}

function arrival(channel: Channel): Behaviour & { does: 'take' } {
  return { ...took, receipts: [sent(0), delivered(channel, 300)] };
}

/** Carriers take a text for a landline and find out later. */
function landlineText(): Behaviour {
  const answer = /*i18n*/ 'Landline or unreachable carrier.';
  return {
    ...took,
    arrives: false,
    receipts: [sent(0), undelivered('not_sms_capable', '30006', answer)],
  };
}

function unansweredCall(): Behaviour {
  const answer = /*i18n*/ 'It rang and nobody answered.';
  return { ...took, arrives: false, receipts: [sent(0), undelivered('no_answer', '408', answer)] };
}

/** A phone that is off: the carrier has it and says no more. */
function neverThere(): Behaviour {
  return { ...took, arrives: false, receipts: [sent(0)] };
}

function voicemail(): Behaviour {
  const answer = /*i18n*/ 'A machine answered; the message was left on it.';
  return {
    ...took,
    receipts: [sent(0), { ...delivered('voice', 300), answeredBy: 'machine', answer }],
  };
}

function sent(after: number): PlannedReceipt {
  return {
    state: 'sent',
    reason: null,
    code: null,
    answer: /*i18n*/ 'On its way.',
    answeredBy: null,
    after,
  };
}

function delivered(channel: Channel, after: number): PlannedReceipt {
  const isCall = channel === 'voice';
  return {
    state: 'delivered',
    reason: null,
    code: null,
    answer: isCall ? /*i18n*/ 'A person answered and heard it.' : /*i18n*/ 'Delivered.',
    answeredBy: isCall ? 'person' : null,
    after,
  };
}

function undelivered(reason: FailureReason, code: string, answer: string): PlannedReceipt {
  return { state: 'undelivered', reason, code, answer, answeredBy: null, after: 300 };
}
