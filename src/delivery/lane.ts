import type { Channel } from '../contract/channel.ts';
import type { WaitReason } from '../contract/delivery.ts';
import type { FailureReason } from '../contract/outcome.ts';
import type { RenderedMessage } from '../message/render-message.ts';

/** A lane with something to do. */
export type DueLane = {
  accountId: string;
  id: string;
  /** single: a message to one person, a reply, a test. These go first. */
  kind: 'single' | 'broadcast';
  channel: Channel;
  broadcastId: string;
  /** What was due before may have been sent by a ledger that is lost; null: the ledger is whole. */
  gapUntil: Date | null;
  /** As PostgreSQL writes it: when it was woken for, to see whether somebody has woken it since. */
  dueAt: string;
  /** Nothing is sent; what a crash left is set right. */
  isPaused: boolean;
  /** The channel that did not reach whom this lane is for; null: it goes first. */
  fallbackFor: Channel | null;
};

/** Why a lane goes slower than it could. */
export type WaitsFor = 'rate' | 'cap' | 'circuit' | 'alarm';

/** A lane that may not go on although something is ready in it: until when, and why. */
export type LaneRest = { until: Date; why: WaitsFor };

/** A delivery under a claim: all that is needed to render and submit it. */
export type ClaimedDelivery = {
  id: string;
  /** Of that claim alone: what was released and is claimed anew, by whomever, is under another. */
  claimId: string;
  address: string;
  /** Of the recipient. */
  name: string;
  /** The merge fields as they were frozen. */
  fields: unknown;
  /** IANA names of where the recipient may be: what must not be at night must not be so in any. */
  timeZones: readonly string[];
};

/** A claimed delivery, rendered: ready to be handed over as soon as its attempt is committed. */
export type PreparedDelivery = ClaimedDelivery & {
  message: RenderedMessage | null;
  verdict: Verdict;
};

/**
 * What the process finds of a delivery before the door. `shut`: it must not be sent at all. `until`:
 * it must wait, and why. null: nothing against it.
 */
export type Verdict = { shut: FailureReason } | { until: Date; why: WaitReason } | null;

/** Whether it is not to be sent before a time. */
export function mustWait(verdict: Verdict): boolean {
  return verdict !== null && 'until' in verdict;
}

/**
 * An attempt committed as `submitting`; its id is the reference at the provider. `number` counts from
 * 1; so many of those before it as `redials` said ended with a busy line or no answer.
 */
export type OpenedAttempt = {
  attemptId: string;
  deliveryId: string;
  number: number;
  redials: number;
};

/** An attempt of which nobody knows what became, due to be asked about at the provider that was called. */
export type Doubt = OpenedAttempt & {
  openedAt: Date;
  /** Until then it may have been on the wire. */
  windowUntil: Date;
  providerId: string;
  address: string;
  /** The merge fields as they were frozen: with them its text is rendered again. */
  fields: unknown;
  /** answer_lost, or ledger_restored: then what was really submitted had another reference, if anything was. */
  reason: FailureReason;
};
