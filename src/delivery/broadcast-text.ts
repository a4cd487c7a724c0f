import type { Channel } from '../contract/channel.ts';
import { content } from '../contract/content.ts';
import type { VoiceContent } from '../contract/voice-content.ts';
import { type Links, linkTo } from '../message/attachments/attachment-links.ts';
import { type MessageFiles, readMessageFiles } from '../message/attachments/message-files.ts';
import { type CompiledContent, compileContent, withLines } from '../message/compile-content.ts';
import { withSender } from '../message/mail-sender.ts';
import { type MergeConstants, readMergeConstants } from '../message/merge-constants.ts';
import { mergeScope } from '../message/merge-scope.ts';
import type { RecipientFields } from '../message/recipient-fields.ts';
import { type RenderedMessage, renderMessage } from '../message/render-message.ts';
import type { Queryable } from '../platform/database.ts';

/** The texts of a broadcast as they render for anybody in it: content and constants never change. */
export type BroadcastText = {
  compiled: CompiledContent;
  constants: MergeConstants;
  files: MessageFiles;
  /** How a call is made; null: there is none. */
  voice: VoiceContent | null;
};

/**
 * Reads and compiles the texts of a broadcast. With `links`, a text message names the addresses of files
 * that were to go so when it was made; without, that is settled by carrier (enclose).
 */
export async function readBroadcastText(
  client: Queryable,
  accountId: string,
  broadcastId: string,
  links?: Links,
): Promise<BroadcastText> {
  const { rows } = await client.query<{
    content: unknown;
    constants: MergeConstants | null;
    createdBy: string;
  }>(
    `select content, constants, created_by as "createdBy"
       from broadcast where account_id = $1 and id = $2`,
    [accountId, broadcastId],
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no broadcast ${broadcastId}`);
  const writer = { name: row.createdBy, email: '' };
  const constants = row.constants ?? (await readMergeConstants(client, accountId, writer));
  const parsed = withSender(content.parse(row.content), constants.sender);
  const result = compileContent(parsed);
  if ('problems' in result) throw new Error('a broadcast is created only from texts that compile');
  const lines =
    links && parsed.sms?.attachments ? await linesOf(client, links, accountId, broadcastId) : [];
  return {
    compiled: withLines(result.compiled, lines),
    files: await readMessageFiles(client, accountId, parsed),
    voice: parsed.voice ?? null,
    constants,
  };
}

/** The addresses of files below a text, in their order. */
async function linesOf(
  client: Queryable,
  links: Links,
  accountId: string,
  broadcastId: string,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select attachment_id as id from broadcast_attachment
      where account_id = $1 and broadcast_id = $2 and link_place is not null order by link_place`,
    [accountId, broadcastId],
  );
  return rows.flatMap(({ id }) => linkTo(links, broadcastId, id, 'original') ?? []);
}

/**
 * What one recipient gets, from the fields that were frozen into the broadcast. `unsubscribe` is the
 * link of an email that has one; who only wants to know what was said leaves it out.
 */
export function renderFor(
  text: BroadcastText,
  channel: Channel,
  fields: unknown,
  unsubscribe?: string,
): RenderedMessage {
  // Written by candidates.sql in this shape and read back unchanged.
  return renderMessage(
    text.compiled,
    channel,
    mergeScope(fields as RecipientFields, text.constants),
    unsubscribe,
  );
}
