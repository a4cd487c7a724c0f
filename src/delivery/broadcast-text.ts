import type { Channel } from '../contract/channel.ts';
import { content } from '../contract/content.ts';
import { type CompiledContent, compileContent } from '../message/compile-content.ts';
import { type MergeConstants, readMergeConstants } from '../message/merge-constants.ts';
import { mergeScope } from '../message/merge-scope.ts';
import type { RecipientFields } from '../message/recipient-fields.ts';
import { type RenderedMessage, renderMessage } from '../message/render-message.ts';
import type { Queryable } from '../platform/database.ts';

/** The texts of a broadcast as they render for anybody in it: content and constants never change. */
export type BroadcastText = { compiled: CompiledContent; constants: MergeConstants };

/** Reads and compiles the texts of a broadcast. */
export async function readBroadcastText(
  client: Queryable,
  accountId: string,
  broadcastId: string,
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
  const result = compileContent(content.parse(row.content));
  if ('problems' in result) throw new Error('a broadcast is created only from texts that compile');
  const writer = { name: row.createdBy, email: '' };
  const constants = row.constants ?? (await readMergeConstants(client, accountId, writer));
  return { compiled: result.compiled, constants };
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
