import type { Channel } from '../contract/channel.ts';
import type { FailureReason } from '../contract/outcome.ts';

/** What a provider can do on a channel. Pages and the engine ask this, never who the vendor is. */
export type Capabilities = {
  /** How many submissions may be on the wire at once. */
  window: number;
  /** Milliseconds after which a submission without an answer is given up as uncertain. */
  timeout: number;
  /** It reports later what became of a message it accepted. Without, `accepted` is the last word. */
  receipts: boolean;
  /** It can be asked by our reference what became of a submission. */
  query: boolean;
  /** Milliseconds after a lost answer before `query` is to be believed. */
  visibilityLag: number;
};

/** One message to one address, rendered, with the reference under which it can be asked for. */
export type Submission = {
  /** Of the attempt; the same message sent again has another. */
  reference: string;
  accountId: string;
  channel: Channel;
  /** E.164 for sms and voice, a mailbox for email. */
  address: string;
  /** Of the recipient, for a To header; may be empty. */
  name: string;
  /** Only for email. */
  subject?: string;
  text: string;
};

/**
 * What is known after a submission.
 * - accepted: the provider answers for it from now on.
 * - rejected: it was surely not taken, and trying again would not help.
 * - retryable: it was surely not taken, and trying again may help.
 * - uncertain: the provider may have taken it; it is never blindly sent again.
 */
export type SendOutcome =
  | { outcome: 'accepted'; providerRef: string | null; answer: string }
  | { outcome: 'rejected'; reason: FailureReason; code: string | null; answer: string }
  | {
      outcome: 'retryable';
      reason: FailureReason;
      code: string | null;
      answer: string;
      /** Milliseconds that the provider asked us to wait. */
      retryAfter?: number;
    }
  | { outcome: 'uncertain'; answer: string };

/** What the provider says of a reference: it has it, it surely never got it, or it cannot tell now. */
export type QueryOutcome =
  | { outcome: 'accepted'; providerRef: string | null; answer: string }
  | { outcome: 'absent'; answer: string }
  | { outcome: 'unknown'; answer: string };

/** A delivery report, in our words; the provider's own stand in `code` and `answer`. */
export type Receipt = {
  accountId: string;
  /** The attempt's, as it was submitted. */
  reference: string;
  state: 'sent' | 'delivered' | 'undelivered';
  reason: FailureReason | null;
  code: string | null;
  answer: string;
  /** Voice: who picked up. */
  answeredBy: 'person' | 'machine' | null;
  occurredAt: Date;
};

/**
 * A way out. One instance serves one row of the `provider` table, for all its channels.
 * `send` answers for every failure of the network or the vendor and throws only for bugs.
 */
export interface Provider {
  /** What it can do on a channel; null where it does not carry it. */
  capabilities(channel: Channel): Capabilities | null;
  /** Submits one message; `signal` is raised when its time is up. */
  send(submission: Submission, signal: AbortSignal): Promise<SendOutcome>;
  /** Asks what became of a reference; only where `capabilities().query`. */
  query(reference: string, accountId: string): Promise<QueryOutcome>;
  /** Ends its connections; what is on the wire is answered first. */
  close(): Promise<void>;
}

/** Where a provider hands its receipts; resolved once they are committed. Giving one twice is harmless. */
export type ReceiptSink = (receipts: readonly Receipt[]) => Promise<void>;
