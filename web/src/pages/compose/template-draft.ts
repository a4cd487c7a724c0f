import { t } from '@lingui/core/macro';
import type { Content } from '../../../../src/contract/content.ts';
import { channelOrder } from '../../wording/channels.ts';
import type { Draft } from './draft.ts';
import { plainCall } from './draft-media.ts';
import { contentOf, missingWords } from './draft-request.ts';
import { writtenChannels } from './ways.ts';

/** What of a draft a template keeps; files are not kept, nor is a call that plays one. */
export function contentToSave(draft: Draft): { content: Content } | { missing: string[] } {
  const words = withoutFiles(draft);
  const missing = missingWords(words);
  if (words.channels.length === 0) return { missing: [t`a text, an email or a call`] };
  return missing.length > 0 ? { missing } : { content: contentOf(words, '') };
}

/** What a template puts into a draft. Channels that it says nothing for stay where they have words. */
export function draftOfTemplate(draft: Draft, { sms, email, voice }: Content): Partial<Draft> {
  const has = { sms: sms?.text, email: email?.text ?? email?.html, voice: voice?.text };
  const kept = writtenChannels(draft).filter((channel) => wordsOf(draft)[channel].trim() !== '');
  return {
    channels: channelOrder.filter(
      (channel) => has[channel] !== undefined || kept.includes(channel),
    ),
    ...(sms && { sms: sms.text, plainly: sms.replaceCharacters ?? false }),
    ...(email && {
      subject: email.subject,
      email: email.text ?? '',
      richEmail: email.html ?? null,
      fromName: email.fromName ?? '',
      replyTo: email.replyTo ?? '',
      unsubscribe: email.unsubscribe ?? false,
    }),
    ...(voice?.text !== undefined && {
      voice: voice.text,
      call: {
        ...plainCall,
        language: voice.language ?? plainCall.language,
        voice: voice.voice ?? plainCall.voice,
        voicemail: voice.voicemail?.text ?? null,
        hasKeys: voice.keys !== undefined,
        keys: voice.keys ?? plainCall.keys,
      },
    }),
  };
}

/** Whether putting that in takes away something that was written. */
export function takesAway(draft: Draft, part: Partial<Draft>): boolean {
  const words = ['sms', 'subject', 'email', 'richEmail', 'voice'] as const;
  return words.some((name) => name in part && (draft[name] ?? '').trim() !== '');
}

function wordsOf({ sms, email, richEmail, voice, call }: Draft) {
  return { sms, email: richEmail ?? email, voice: call.sound ? call.sound.name : voice };
}

function withoutFiles(draft: Draft): Draft {
  const isPlayed = draft.call.sound !== null;
  const written = writtenChannels(draft);
  return {
    ...draft,
    channels: isPlayed ? written.filter((channel) => channel !== 'voice') : written,
    fallback: [],
    smsFiles: [],
    emailFiles: [],
    call: { ...draft.call, sound: null, voicemailSound: null },
  };
}
