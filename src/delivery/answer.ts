import type { FailureReason } from '../contract/outcome.ts';
import type { QueryOutcome, SendOutcome } from '../providers/provider.ts';
import { nextTry } from './backoff.ts';
import type { Doubt, OpenedAttempt } from './lane.ts';
import type { Carrier } from './provider-pool.ts';
import { absenceBelievedFrom, firstAsking } from './settle-time.ts';

const MINUTE = 60_000;
/** How long a provider is asked about a doubt, more and more rarely, before it is left to a person. */
const ASKING = 24 * 60 * MINUTE;

/** How an attempt is closed; one row of the arrays of tick.sql. */
export type Answer = {
  attempt: OpenedAttempt;
  outcome: 'accepted' | 'rejected' | 'retryable' | 'absent' | 'uncertain';
  providerRef: string | null;
  /** The provider, where no other message of it has this id; null: its ids prove nothing. */
  uniqueAt: string | null;
  reason: FailureReason | null;
  code: string | null;
  answer: string;
  /** When the delivery is ready again; null: not. */
  retryAt: Date | null;
  /** When the provider is asked about it, should it stay in doubt; null: a person must settle it. */
  settleAt: Date | null;
};

/** An answer of which only the outcome and the words are known. */
const NOTHING_MORE = {
  providerRef: null,
  uniqueAt: null,
  reason: null,
  code: null,
  retryAt: null,
  settleAt: null,
};

/** The provider that was asked, as far as it matters for what its word means. */
export type Asked = Pick<Carrier, 'providerId' | 'capabilities'>;

/** What a submission's outcome means for the ledger (rule 4 of ARCHITECTURE: proof before a retry). */
export function answerOfSend(
  attempt: OpenedAttempt,
  said: SendOutcome,
  asked: Asked,
  now: Date,
): Answer {
  const blank = { attempt, ...NOTHING_MORE };
  const settleAt = firstAsking(asked.capabilities, now);
  switch (said.outcome) {
    case 'accepted':
      return { ...blank, ...said, uniqueAt: uniqueAt(asked), settleAt };
    case 'rejected':
      return { ...blank, ...said };
    case 'retryable': {
      const { retryAfter, ...rest } = said;
      const isEndless = isOfProvider(said.reason);
      const retryAt = nextTry(triesOf(attempt), now, retryAfter, { isEndless });
      return { ...blank, ...rest, retryAt };
    }
    case 'uncertain':
      return { ...blank, ...said, reason: 'answer_lost', settleAt };
  }
}

/**
 * Of an attempt for which nobody was called, because of us: as sure a proof as there is. It goes again
 * until it expires, however often that happens, and says nothing of the provider.
 */
export function answerOfNoCall(attempt: OpenedAttempt, why: string, now: Date): Answer {
  const retryAt = nextTry(triesOf(attempt), now, 0, { isEndless: true });
  const said = { outcome: 'retryable', reason: 'unknown', answer: why } as const;
  return { attempt, ...NOTHING_MORE, ...said, retryAt };
}

/** No fault of the message: it goes again until it expires. */
function isOfProvider(reason: FailureReason): boolean {
  return reason === 'provider_down' || reason === 'provider_misconfigured';
}

/** What the provider's word on a doubt means: taken, surely not taken (so it may go again), or ask later. */
export function answerOfQuery(
  doubt: Doubt,
  said: QueryOutcome,
  asked: Asked | null,
  now: Date,
): Answer {
  const { reason } = doubt;
  const blank = { attempt: doubt, ...NOTHING_MORE };
  switch (said.outcome) {
    case 'accepted':
      return { ...blank, ...said, uniqueAt: asked && uniqueAt(asked), settleAt: later(doubt, now) };
    case 'absent': {
      const believedFrom = asked && absenceBelievedFrom(asked.capabilities, doubt.windowUntil);
      if (believedFrom && now < believedFrom) {
        return { ...blank, ...said, outcome: 'uncertain', reason, settleAt: believedFrom };
      }
      return { ...blank, ...said, reason, retryAt: nextTry(triesOf(doubt), now) };
    }
    case 'unknown':
      return { ...blank, ...said, outcome: 'uncertain', reason, settleAt: later(doubt, now) };
  }
}

/** A call made again because of no answer is no failed try. */
function triesOf({ number, redials }: OpenedAttempt): number {
  return number - redials;
}

/** More and more rarely, and at last never again. */
function later({ openedAt }: Doubt, now: Date): Date | null {
  const age = now.getTime() - openedAt.getTime();
  return age < ASKING ? new Date(now.getTime() + Math.max(MINUTE / 4, age / 4)) : null;
}

function uniqueAt({ providerId, capabilities }: Asked): string | null {
  return capabilities.uniqueRefs ? providerId : null;
}
