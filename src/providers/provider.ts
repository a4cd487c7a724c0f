import type { Readable } from 'node:stream';
import type { Channel } from '../contract/channel.ts';
import type { FailureReason } from '../contract/outcome.ts';
import type { Price } from '../contract/price.ts';
import type { VoiceKeys } from '../contract/voice-content.ts';
import type { LineType } from '../platform/number-facts.ts';

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
  /** It can list what it took for an address in a span of time. */
  listing: boolean;
  /** Its ids of messages are never used twice, so that two attempts cannot be the same message. */
  uniqueRefs: boolean;
  /** Milliseconds after which `query` and `list` surely show what was taken. */
  visibilityLag: number;
  /** How many it takes in a second: segments for sms, else messages. Absent: as many as the window holds. */
  rate?: number;
  /** Which files go with a message itself. Absent: none, so that a text names their addresses instead. */
  media?: MediaCapability;
  /** The number or mailbox that it sends from, by which other carriers limit too. Absent: its own affair. */
  sender?: string;
  /** What it takes to look numbers up (`lookUp`). Only for sms; absent: it cannot. */
  lookup?: LookupCapability;
};

/** How a provider looks numbers up, and what it asks for that. */
export type LookupCapability = {
  /** Numbers in one request, at most. */
  batch: number;
  /** Milliseconds after which a request without an answer is given up as uncertain. */
  timeout: number;
  /** Of one number, so that it can be told before anybody is asked. */
  price: Price;
};

/** A text with gaps: `pieces[0]`, the value of number `gaps[0]`, `pieces[1]`, and so on to the last piece. */
export type Strand = { pieces: readonly string[]; gaps: readonly number[] };

/**
 * What an email says to many recipients, but for the gaps where their values stand. It is the same
 * object for all of them, by which a provider may keep what it makes of it.
 */
export type Letter = {
  text: Strand;
  html: Strand;
  /** Whom it is from, and where answers go, where that is another than the provider’s sender. */
  fromName?: string | undefined;
  replyTo?: string | undefined;
};

/** What only an email has. `letter` with `values` in its gaps is what `text` and `html` are. */
export type EmailSubmission = {
  html: string;
  letter: Letter;
  values: readonly string[];
  /** A link by which the recipient gets no more, with one click (RFC 8058). */
  unsubscribe?: string | undefined;
};

/** Which files a provider takes with a message. */
export type MediaCapability = {
  /** Media types. */
  types: readonly string[];
  /** Bytes of all files of a message together. */
  largest: number;
  /** Files of a message. */
  most: number;
  /** It fetches each file by its `link`, and so takes none where there are no links. */
  needsLink: boolean;
};

/** A file that goes with a message, or is played by a call. */
export type SubmittedFile = {
  /** Of the attachment. */
  id: string;
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  /** Where the provider may fetch it, for as long as the message may take; null: nowhere. */
  link: string | null;
  /** Opens it to be read once. */
  open(): Promise<Readable>;
};

/** How a call is made, besides what it says. */
export type SubmittedCall = {
  /** As en-US. */
  language: string;
  voice: 'woman' | 'man';
  /** Played instead of the text. */
  audio: SubmittedFile | null;
  /** Played to a machine that answers. */
  voicemailAudio: SubmittedFile | null;
  keys: VoiceKeys;
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
  /** Only for email: without, it is plain text. */
  email?: EmailSubmission;
  /** Files that go with it: what `capabilities().media` takes, of an email all. */
  media?: readonly SubmittedFile[];
  /** Only for voice. */
  call?: SubmittedCall;
  /** Only for voice: what a machine that answers is told, where it is another text. */
  voicemail?: string;
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

/** A span of time and an address, of which a provider is asked to list its messages. */
export type ListQuestion = {
  accountId: string;
  channel: Channel;
  address: string;
  from: Date;
  to: Date;
};

/** A message as the provider lists it. */
export type ListedMessage = {
  /** The provider's id of it. */
  ref: string;
  /** As the provider keeps it; null where it keeps none, as of calls. */
  text: string | null;
  /** When the provider took it, by its own clock. */
  at: Date;
};

/**
 * What a provider took for an address. More than the span asked for is harmless. Where it cannot be
 * sure to have listed all of the span, it is not `complete`: what is missing from it proves nothing.
 */
export type ListOutcome =
  | { outcome: 'listed'; messages: readonly ListedMessage[]; complete: boolean }
  | { outcome: 'unknown'; answer: string };

/** Numbers to be looked up: E.164, each once, and no more than `LookupCapability.batch`. */
export type LookupQuestion = { accountId: string; numbers: readonly string[] };

/** What a provider knows of a number. */
export type LookedUp = {
  number: string;
  /** unknown: it could not tell. */
  line: LineType;
  /** The network's name; empty: it was not told. */
  carrier: string;
  /** What this one cost, where it is told; null: as declared. */
  price: Price | null;
};

/**
 * What is known after a look-up.
 * - answered: of these numbers; one that is missing was not looked up, and cost nothing.
 * - rejected: nothing was looked up, and asking again would not help before its owner has mended something.
 * - retryable: nothing was looked up, and asking again may help.
 * - uncertain: it may have been looked up, and charged for.
 */
export type LookupOutcome =
  | { outcome: 'answered'; numbers: readonly LookedUp[] }
  | Exclude<SendOutcome, { outcome: 'accepted' }>;

/** A delivery report, in our words; the provider's own stand in `code` and `answer`. */
export type Receipt = {
  accountId: string;
  /** The attempt's, as it was submitted; null where the provider echoes only its own id. */
  reference: string | null;
  /** The provider's own id of the message, where its ids are unique, and the row of the provider. */
  own?: { providerId: string; ref: string };
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
  /** Lists what it took for an address in a span of time; only where `capabilities().listing`. */
  list(question: ListQuestion): Promise<ListOutcome>;
  /** Asks what kind of lines numbers are; only where `capabilities('sms').lookup`. `signal` as for `send`. */
  lookUp?(question: LookupQuestion, signal: AbortSignal): Promise<LookupOutcome>;
  /** Ends its connections; what is on the wire is answered first. */
  close(): Promise<void>;
}

/**
 * Where a provider hands its receipts; resolved once they are committed. Giving one twice is harmless.
 * `early` are those that name nothing but an id of the provider that no attempt has: the answer with
 * that id may still be on its way, so the carrier is to give them again.
 */
export type ReceiptSink = (receipts: readonly Receipt[]) => Promise<{ early: readonly Receipt[] }>;
