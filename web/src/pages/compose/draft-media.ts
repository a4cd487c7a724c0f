import type { Attachment } from '../../../../src/contract/attachment.ts';
import type { Content } from '../../../../src/contract/content.ts';
import type { VoiceContent, VoiceKeys } from '../../../../src/contract/voice-content.ts';

/** A file of a draft: what is needed to show it; the server has the rest. */
export type DraftFile = Pick<Attachment, 'id' | 'name' | 'type' | 'size' | 'seconds'>;

/** How the call of a draft is made. */
export type DraftCall = {
  /** Played instead of words. */
  sound: DraftFile | null;
  language: string;
  voice: 'woman' | 'man';
  /** Null: a machine is told the same. */
  voicemail: string | null;
  /** Played to a machine instead of words. */
  voicemailSound: DraftFile | null;
  /** Whether the keys mean something. */
  hasKeys: boolean;
  /** What they mean; only the API sets others than 1 to confirm, 2 to be called back, 9 for no more calls. */
  keys: VoiceKeys;
};

/** A call that only says its words. */
export const plainCall: DraftCall = {
  sound: null,
  language: 'en-US',
  voice: 'woman',
  voicemail: null,
  voicemailSound: null,
  hasKeys: false,
  keys: { confirm: '1', callBack: '2', optOut: '9' },
};

/** Whether there is something that the call says or plays. */
export function isSpoken({ voice, call }: { voice: string; call: DraftCall }): boolean {
  return call.sound !== null || voice.trim() !== '';
}

/** The call as the server takes it; null while nothing is said in it. `standIn` stands in for words. */
export function voiceOf(
  { voice, call }: { voice: string; call: DraftCall },
  standIn: string,
): VoiceContent | null {
  const text = voice.trim() || standIn;
  if (call.sound === null && text === '') return null;
  return {
    ...(call.sound ? { audioId: call.sound.id } : { text }),
    language: call.language,
    voice: call.voice,
    ...voicemailOf(call),
    ...(call.hasKeys && { keys: call.keys }),
  };
}

function voicemailOf({ voicemail, voicemailSound }: DraftCall): Pick<VoiceContent, 'voicemail'> {
  if (voicemailSound) return { voicemail: { audioId: voicemailSound.id } };
  const text = voicemail?.trim();
  return text ? { voicemail: { text } } : {};
}

/** The files of a text or an email as the server takes them. */
export function filesOf(
  files: readonly DraftFile[],
): Pick<NonNullable<Content['sms']>, 'attachments'> {
  return files.length === 0 ? {} : { attachments: files.map(({ id }) => id) };
}
