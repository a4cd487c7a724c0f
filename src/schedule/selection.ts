import type { Account } from '../account/account.ts';
import { numberRules } from '../account/number-rules.ts';
import type { VersionedPolicy } from '../account/sending-policy.ts';
import type { Selection } from '../audience/candidates.ts';
import { chosenParts } from '../audience/chosen-parts.ts';
import { readTypedPeople } from '../audience/typed-people.ts';
import type { Audience, ChosenContacts } from '../contract/audience.ts';
import type { Channel } from '../contract/channel.ts';
import type { FallbackStep } from '../contract/fallback.ts';
import type { PlanRequest } from '../contract/plan.ts';
import type { Price } from '../contract/price.ts';
import type { SendLater } from '../contract/timing.ts';
import type { Carried } from '../message/attachments/carry-files.ts';
import type { MessageFiles } from '../message/attachments/message-files.ts';
import {
  type CompiledContent,
  type ContentProblem,
  compileContent,
} from '../message/compile-content.ts';
import type { FieldBook } from '../message/field-book.ts';
import { requiredPaths } from '../message/required-paths.ts';
import { likelyInstantOf } from '../platform/wall-clock.ts';

/** A request whose texts are compiled and whose audience is ready to be asked for. */
export type Composed = {
  /** With the channels that go first. */
  selection: Selection;
  /** Whom it is for, those named who were typed in for an earlier one, or into a group. */
  audience: Audience;
  /** All channels that are written, those of fallbacks among them. */
  everyChannel: Selection['channels'];
  fallback: readonly FallbackStep[];
  /** Called is only whose number takes no texts. */
  callOnly: boolean;
  /** The numbers on which that depends are looked up by themselves. */
  looksUp: boolean;
  /** Who could be asked for numbers now; null: nobody, or nobody has looked. */
  lookupOffer: LookupOffer | null;
  /** Who matches its filters is worked out again when it goes out. */
  isResolvedLate: boolean;
  compiled: CompiledContent;
  speaksOfAppointment: boolean;
  files: ComposedFiles;
  /** Of the policy by which its numbers are judged. */
  policyVersion: number;
};

/** A provider that looks numbers up, by name, and what one costs there. */
export type LookupOffer = { provider: string; price: Price };

/** The files of a request, and how those of its text message go. */
export type ComposedFiles = MessageFiles & { carried: Carried };

const noFiles: ComposedFiles = {
  sms: [],
  email: [],
  audio: null,
  voicemailAudio: null,
  carried: { media: [], linked: [] },
};

/** What is asked for; name-audience.ts has named whom its groups and the recipients of an earlier broadcast are. */
export type Composing = PlanRequest & {
  typed?: readonly string[];
  grouped?: readonly ChosenContacts[];
};

/**
 * Compiles the texts of a request and reads its typed people; the first thing that plan and broadcast do.
 * With a `book`, a field that nobody has is a problem too.
 */
export function compose(
  account: Account,
  request: Composing,
  policy: VersionedPolicy,
  now: Date,
  book?: FieldBook,
): Composed | { problems: ContentProblem[] } {
  const result = compileContent(request.content, book);
  if ('problems' in result) return result;
  const { compiled } = result;
  const speaksOfAppointment = compiled.speaksOfAppointment;
  const fallback = request.fallback ?? [];
  const { recipients } = request.audience;
  const everyChannel = compiled.channels.map((channel) => ({
    channel,
    requiredPaths: requiredPaths(compiled, channel),
  }));
  const channels = everyChannel.filter(({ channel }) => fallback.every(({ to }) => to !== channel));
  const has = (wanted: Channel) => channels.some(({ channel }) => channel === wanted);
  const callOnly = (request.callOnlyWithoutSms ?? false) && has('sms') && has('voice');
  return {
    compiled,
    audience: request.audience,
    speaksOfAppointment,
    files: noFiles,
    policyVersion: policy.version,
    everyChannel,
    fallback,
    callOnly,
    looksUp: callOnly && policy.looksUp,
    lookupOffer: null,
    isResolvedLate: request.resolve === 'at_sending',
    selection: {
      account,
      appointments: request.audience.appointments ?? null,
      contacts: [...chosenParts(request.audience), ...(request.grouped ?? [])],
      recipients: recipients ? { ...recipients, typed: request.typed ?? [] } : null,
      people: readTypedPeople(request.audience.people, account),
      numbers: numberRules(policy, account.country),
      explicitConsent: policy.explicitConsent,
      copyMode: request.copyMode ?? (speaksOfAppointment ? 'appointment' : 'person'),
      channels,
      dailyCap:
        policy.personDaily === null
          ? null
          : { messages: policy.personDaily, sendAt: timeOf(request.sendLater, account, now) },
      withoutTexts: callOnly ? 'called' : has('voice') ? 'texted' : 'left_out',
      at: now,
    },
  };
}

/** When it goes out, as far as it is known before anybody is asked; by the account's clock where everybody has their own. */
function timeOf(sendLater: SendLater | undefined, { timeZone }: Account, now: Date): Date {
  if (!sendLater) return now;
  const { wall, zone } = sendLater;
  return likelyInstantOf(zone === 'recipient' ? timeZone : zone, wall) ?? now;
}
