import type { Content } from '../../contract/content.ts';
import type { Queryable } from '../../platform/database.ts';

/** A file of a message, as far as it decides how it goes. */
export type MessageFile = {
  id: string;
  name: string;
  type: string;
  size: number;
  /** Of a sound that calls can play. */
  seconds: number | null;
  /** What a phone gets instead of it. */
  phone: { type: string; size: number } | null;
};

/** The files that a content names, by where they go. */
export type MessageFiles = {
  sms: readonly MessageFile[];
  email: readonly MessageFile[];
  audio: MessageFile | null;
  voicemailAudio: MessageFile | null;
};

/** Each id of a content, with the path at which it stands: `sms.attachments.0`. */
export function filesNamedBy(content: Content): { path: string; id: string }[] {
  const { sms, email, voice } = content;
  const listed = { sms: sms?.attachments ?? [], email: email?.attachments ?? [] };
  return [
    ...Object.entries(listed).flatMap(([channel, ids]) =>
      ids.map((id, place) => ({ path: `${channel}.attachments.${place}`, id })),
    ),
    ...(voice?.audioId ? [{ path: 'voice.audioId', id: voice.audioId }] : []),
    ...(voice?.voicemail?.audioId
      ? [{ path: 'voice.voicemail.audioId', id: voice.voicemail.audioId }]
      : []),
  ];
}

/** Reads them; what the account has not, or no longer, is left out. */
export async function readMessageFiles(
  client: Queryable,
  accountId: string,
  content: Content,
): Promise<MessageFiles> {
  const ids = filesNamedBy(content).map(({ id }) => id);
  const known = new Map<string, MessageFile>();
  if (ids.length > 0) {
    const { rows } = await client.query<MessageFile>(
      `select id, name, type, size, duration_ms / 1000.0::float8 as seconds,
              case when phone_hash is not null
                   then jsonb_build_object('type', phone_type, 'size', phone_size) end as phone
         from attachment where account_id = $1 and id = any ($2::uuid[])`,
      [accountId, ids],
    );
    for (const row of rows) known.set(row.id, row);
  }
  const find = (id: string | undefined) => (id === undefined ? null : (known.get(id) ?? null));
  const all = (list: readonly string[] = []) => list.map(find).filter((file) => file !== null);
  const { sms, email, voice } = content;
  return {
    sms: all(sms?.attachments),
    email: all(email?.attachments),
    audio: find(voice?.audioId),
    voicemailAudio: find(voice?.voicemail?.audioId),
  };
}
