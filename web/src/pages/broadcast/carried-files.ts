import { attachmentLimits } from '../../../../src/contract/attachment-limits.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { Content } from '../../../../src/contract/content.ts';
import type { Draft } from '../compose/draft.ts';
import type { DraftFile } from '../compose/draft-media.ts';
import { callOf } from '../compose/draft-of-request.ts';

type Files = ReadonlyMap<string, DraftFile>;

/** The attachments of a message, as far as these channels can take them: a text those of an email, too. */
export function carriedAttachments(
  { sms, email }: Content,
  channels: readonly Channel[],
  files: Files,
): Partial<Draft> {
  const found = (ids: readonly string[] = []) => ids.flatMap((id) => files.get(id) ?? []);
  const ofText = found((sms ?? email)?.attachments).slice(0, attachmentLimits.perText);
  return {
    ...(channels.includes('sms') && { smsFiles: ofText }),
    ...(channels.includes('email') && { emailFiles: found((email ?? sms)?.attachments) }),
  };
}

/** The same with the sounds that a call of it plays. */
export function carriedFiles(
  content: Content,
  channels: readonly Channel[],
  files: Files,
): Partial<Draft> {
  const { voice } = content;
  return {
    ...carriedAttachments(content, channels, files),
    ...(voice && channels.includes('voice') && { call: callOf(voice, files) }),
  };
}
