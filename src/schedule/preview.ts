import type { Account } from '../account/account.ts';
import type { Preview } from '../contract/plan.ts';
import { senderOf } from '../message/mail-sender.ts';
import { readMergeConstants, type Writer } from '../message/merge-constants.ts';
import { mergeScope } from '../message/merge-scope.ts';
import { renderMessage } from '../message/render-message.ts';
import { smsSegments } from '../message/sms-segments.ts';
import type { Queryable } from '../platform/database.ts';
import { plannedFiles } from './planned-files.ts';
import { recipientAt } from './recipient-at.ts';
import type { Composed } from './selection.ts';

/**
 * What the recipient at `index` (in the order of sending) would get; null where nobody gets anything.
 * `unsubscribe` stands for the link under an email that has one.
 */
export async function previewBroadcast(
  client: Queryable,
  account: Account,
  writer: Writer,
  composed: Composed,
  index: number,
  unsubscribe?: string,
): Promise<Preview | null> {
  const row = await recipientAt(client, composed, index);
  if (!row) return null;
  const constants = await readMergeConstants(client, account.id, writer);
  return {
    index,
    total: row.total,
    name: row.name,
    messages: row.messages.map(({ channel, address, fields }) => {
      const {
        email,
        voicemail = null,
        ...message
      } = renderMessage(
        composed.compiled,
        channel,
        mergeScope(fields, constants),
        composed.compiled.messages[channel]?.unsubscribe ? unsubscribe : undefined,
      );
      const { audio, voicemailAudio } = composed.files;
      const sounds = { audioId: audio?.id ?? null, voicemailAudioId: voicemailAudio?.id ?? null };
      return {
        channel,
        address,
        ...message,
        ...(email ? { html: email.html, sender: senderOf(email.letter, constants.sender) } : {}),
        files: plannedFiles(composed.files, channel),
        ...(channel === 'voice' ? { call: { ...sounds, voicemail } } : {}),
        ...(channel === 'sms' ? { sms: smsSegments(message.text) } : {}),
      };
    }),
  };
}
