import type { FailureReason } from '../contract/outcome.ts';
import type { Capabilities, QueryOutcome, SendOutcome } from '../providers/provider.ts';
import { nextTry } from './backoff.ts';
import type { OpenedAttempt } from './lane.ts';

const MINUTE = 60_000;
/** How long a provider is asked about a doubt, more and more rarely, before it is left to a person. */
const ASKING = 24 * 60 * MINUTE;

/** How an attempt is closed; one row of the arrays of tick.sql. */
export type Answer = {
  attempt: OpenedAttempt;
  outcome: 'accepted' | 'rejected' | 'retryable' | 'absent' | 'uncertain';
  providerRef: string | null;
  reason: FailureReason | null;
  code: string | null;
  answer: string;
  /** When the delivery is ready again; null: not. */
  retryAt: Date | null;
  /** When the provider is asked about it; null: a person must. */
  settleAt: Date | null;
};

/** An answer of which only the outcome and the words are known. */
const NOTHING_MORE = { providerRef: null, reason: null, code: null, retryAt: null, settleAt: null };

/** What a submission's outcome means for the ledger (rule 4 of ARCHITECTURE: proof before a retry). */
export function answerOfSend(
  attempt: OpenedAttempt,
  said: SendOutcome,
  capabilities: Capabilities,
  now: Date,
): Answer {
  const blank = { attempt, ...NOTHING_MORE };
  switch (said.outcome) {
    case 'accepted':
    case 'rejected':
      return { ...blank, ...said };
    case 'retryable': {
      const { retryAfter, ...rest } = said;
      return { ...blank, ...rest, retryAt: nextTry(triesOf(attempt), now, retryAfter) };
    }
    case 'uncertain':
      return { ...blank, ...said, reason: 'answer_lost', settleAt: firstAsking(capabilities, now) };
  }
}

/** What the provider's word on a doubt means: taken, surely not taken (so it may go again), or ask later. */
export function answerOfQuery(
  attempt: OpenedAttempt & { openedAt: Date },
  said: QueryOutcome,
  now: Date,
): Answer {
  const blank = { attempt, ...NOTHING_MORE };
  switch (said.outcome) {
    case 'accepted':
      return { ...blank, ...said };
    case 'absent':
      return { ...blank, ...said, reason: 'answer_lost', retryAt: nextTry(triesOf(attempt), now) };
    case 'unknown': {
      const age = now.getTime() - attempt.openedAt.getTime();
      const again = age < ASKING ? new Date(now.getTime() + Math.max(MINUTE / 4, age / 4)) : null;
      return { ...blank, ...said, outcome: 'uncertain', reason: 'answer_lost', settleAt: again };
    }
  }
}

/** A call made again because of no answer is no failed try. */
function triesOf({ number, redials }: OpenedAttempt): number {
  return number - redials;
}

/** When a provider that can be asked is to be believed; null where it cannot be asked. */
export function firstAsking(capabilities: Capabilities, now: Date): Date | null {
  return capabilities.query ? new Date(now.getTime() + capabilities.visibilityLag) : null;
}
