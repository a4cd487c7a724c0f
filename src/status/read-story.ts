import type { Channel } from '../contract/channel.ts';
import type { Communications, DeliveryRow, DeliveryStory } from '../contract/delivery.ts';
import { type BroadcastText, readBroadcastText, renderFor } from '../delivery/broadcast-text.ts';
import type { Links } from '../message/attachments/attachment-links.ts';
import { senderOf } from '../message/mail-sender.ts';
import type { RenderedMessage } from '../message/render-message.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { namesBehind } from './read-deliveries.ts';

const STORY = sqlFile(import.meta.url, './sql/story.sql');
const COMMUNICATIONS = sqlFile(import.meta.url, './sql/communications.sql');

/** One delivery whole: the exact text, each attempt and each receipt; null where there is none. */
export async function readStory(
  client: Queryable,
  accountId: string,
  deliveryId: string,
  links?: Links,
): Promise<DeliveryStory | null> {
  type Row = Omit<DeliveryRow, 'alsoFor'> &
    Pick<DeliveryStory, 'attempts' | 'broadcastId'> & { fields: unknown };
  const { rows } = await client.query<Row>(STORY, [accountId, deliveryId]);
  const [row] = rows;
  if (!row) return null;
  const { fields, ...story } = row;
  const text = await readBroadcastText(client, accountId, row.broadcastId, links);
  const message = rendered(text, row.channel, fields);
  const others = await namesBehind(client, accountId, [row]);
  return {
    ...story,
    alsoFor: others.get(row.id) ?? [],
    subject: message.subject ?? null,
    text: message.text,
    html: message.email?.html ?? null,
    sender: message.email ? senderOf(message.email.letter, undefined) : null,
    voicemail: message.voicemail ?? null,
  };
}

/** Everything that went, or will go, for a participant, newest first. */
export async function readCommunications(
  client: Queryable,
  accountId: string,
  participantId: string,
  links?: Links,
): Promise<Communications['items']> {
  type Row = Omit<Communications['items'][number], 'subject' | 'text' | 'call'> &
    Record<'audioId' | 'voicemailAudioId', string | null> & { fields: unknown };
  const { rows } = await client.query<Row>(COMMUNICATIONS, [accountId, participantId]);
  const texts = new Map<string, BroadcastText>();
  const items: Communications['items'] = [];
  for (const { fields, audioId, voicemailAudioId, ...row } of rows) {
    let text = texts.get(row.broadcastId);
    if (!text) {
      text = await readBroadcastText(client, accountId, row.broadcastId, links);
      texts.set(row.broadcastId, text);
    }
    const message = rendered(text, row.channel, fields);
    const voicemail = message.voicemail ?? null;
    const call = row.channel === 'voice' ? { audioId, voicemail, voicemailAudioId } : null;
    items.push({ ...row, subject: message.subject ?? null, text: message.text, call });
  }
  return items;
}

/** The text as it went; empty where it could not be put together, and so never went (render_failed). */
function rendered(text: BroadcastText, channel: Channel, fields: unknown): RenderedMessage {
  try {
    return renderFor(text, channel, fields);
  } catch {
    return { text: '' };
  }
}
