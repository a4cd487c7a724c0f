import type { ChosenContacts } from '../../../../src/contract/audience.ts';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { VoiceContent } from '../../../../src/contract/voice-content.ts';
import type { WrittenAgain } from '../../../../src/contract/written-again.ts';
import { channelOrder } from '../../wording/channels.ts';
import { type Draft, type Later, newDraft } from './draft.ts';
import type { DraftContacts } from './draft-contacts.ts';
import { type DraftCall, type DraftFile, plainCall } from './draft-media.ts';
import { asPerson } from './parse-people.ts';
import { draftOfTemplate } from './template-draft.ts';

/** What a page has to look up beside the request: its files, and who the recipients of an earlier message are. */
export type LookedUp = {
  files: ReadonlyMap<string, DraftFile>;
  former: { title: string; people: number } | null;
};

/** A draft that says what a scheduled message says, to whom and when, and goes out in its place. */
export function draftOfRequest(
  { id, title, validMinutes }: Pick<Broadcast, 'id' | 'title' | 'validMinutes'>,
  written: WrittenAgain,
  { files, former }: LookedUp,
): Draft {
  const { request } = written;
  const { audience, content, fallback = [], sendLater } = request;
  const found = (ids: readonly string[] = []) => ids.flatMap((one) => files.get(one) ?? []);
  const words = draftOfTemplate(newDraft(), content);
  const { recipients, appointments, contacts } = audience;
  return {
    ...newDraft(),
    ...words,
    channels: channelOrder.filter(
      (channel) => content[channel] !== undefined && fallback.every(({ to }) => to !== channel),
    ),
    ...(content.voice && { call: callOf(content.voice, files) }),
    smsFiles: found(content.sms?.attachments),
    emailFiles: found(content.email?.attachments),
    ticked: appointments ? { selection: appointments, appointments: written.appointments } : null,
    contacts: contacts ? contactsOf(contacts, written) : null,
    tags: audience.tags ?? [],
    groups: written.groups,
    recipients: recipients && former ? { ...recipients, ...former } : null,
    people: audience.people.map(asPerson),
    fallback,
    redial: request.redial ?? null,
    callOnly: request.callOnlyWithoutSms ?? false,
    copyMode: request.copyMode ?? null,
    later: sendLater ? laterOf(sendLater) : null,
    resolvesLate: request.resolve === 'at_sending',
    isLoud: request.ignoreQuietHours ?? false,
    replaces: { id, title, validMinutes, takenBack: written.takenBack },
  };
}

/** The ids of the files that it names. */
export function filesOfRequest({ content }: Pick<WrittenAgain['request'], 'content'>): string[] {
  const { sms, email, voice } = content;
  const sounds = [voice?.audioId, voice?.voicemail?.audioId].filter((id) => id !== undefined);
  return [...new Set([...(sms?.attachments ?? []), ...(email?.attachments ?? []), ...sounds])];
}

/** A wall clock of the server's as Compose has it. */
export function laterOf({ wall, zone }: { wall: string; zone: string }): Later {
  return { date: wall.slice(0, 10), time: wall.slice(11), zone };
}

/** The call of a message as Compose has it, with those of its sounds that are known. */
export function callOf(voice: VoiceContent, files: LookedUp['files']): DraftCall {
  const found = (id: string | undefined) => (id === undefined ? null : (files.get(id) ?? null));
  return {
    sound: found(voice.audioId),
    language: voice.language ?? plainCall.language,
    voice: voice.voice ?? plainCall.voice,
    voicemail: voice.voicemail ? (voice.voicemail.text ?? '') : null,
    voicemailSound: found(voice.voicemail?.audioId),
    hasKeys: voice.keys !== undefined,
    keys: voice.keys ?? plainCall.keys,
  };
}

function contactsOf(chosen: ChosenContacts, written: WrittenAgain): DraftContacts {
  if ('includeIds' in chosen) return { kind: 'some', chosen: written.contacts };
  const { filter, excludeIds } = chosen;
  return {
    kind: 'all',
    text: filter.text ?? '',
    tags: filter.tags ?? [],
    excluded: excludeIds,
    matching: written.contactsMatching + excludeIds.length,
  };
}
