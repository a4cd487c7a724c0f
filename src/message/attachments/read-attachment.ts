import type { Readable } from 'node:stream';
import type { Attachment } from '../../contract/attachment.ts';
import type { BlobKey, BlobStore } from '../../platform/blob-store.ts';
import type { Queryable } from '../../platform/database.ts';

/** The bytes of a file, with what a mail or an answer says of them. */
export type OpenedAttachment = { name: string; type: string; size: number; stream: Readable };

/** Which bytes: those that were sent, or what a phone gets of them, where that is something else. */
export type Rendition = 'original' | 'phone';

/** What is known of a file; null where the account has none with this id. */
export async function readAttachmentRow(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<Attachment | null> {
  const { rows } = await client.query<Attachment>(
    `select id, name, type, size, width, height, duration_ms / 1000.0::float8 as seconds, peak,
            case when phone_hash is not null
                 then jsonb_build_object('type', phone_type, 'size', phone_size) end as phone,
            iso(created_at) as "createdAt", created_by as "createdBy"
       from attachment where account_id = $1 and id = $2`,
    [accountId, id],
  );
  return rows[0] ?? null;
}

/** Where the bytes of a file are, with what an answer says of them. */
export type StoredFile = Omit<OpenedAttachment, 'stream'> & { key: BlobKey };

/** Finds a file of an account; null where it has none with this id. */
export async function findFile(
  client: Queryable,
  accountId: string,
  id: string,
  rendition: Rendition,
): Promise<StoredFile | null> {
  const { rows } = await client.query<Omit<OpenedAttachment, 'stream'> & { hash: string }>(
    `select name,
            case when $3 then coalesce(phone_hash, hash) else hash end as hash,
            case when $3 then coalesce(phone_type, type) else type end as type,
            case when $3 then coalesce(phone_size, size) else size end as size
       from attachment where account_id = $1 and id = $2`,
    [accountId, id, rendition === 'phone'],
  );
  const [row] = rows;
  if (!row) return null;
  const { hash, ...facts } = row;
  return { ...facts, name: nameAs(facts.name, facts.type), key: { accountId, hash } };
}

/**
 * Opens a file to be read once; whoever gets it reads or destroys the stream. Null where the account
 * has none with this id; throws where its bytes are lost or the blob store does not answer.
 *
 * @example
 * const file = await readAttachment(database.engine, store, accountId, id);
 */
export async function readAttachment(
  client: Queryable,
  store: BlobStore,
  accountId: string,
  id: string,
  rendition: Rendition = 'original',
): Promise<OpenedAttachment | null> {
  const file = await findFile(client, accountId, id, rendition);
  if (!file) return null;
  const { key, ...facts } = file;
  const stream = await store.read(key);
  if (!stream) throw new Error(`the bytes of attachment ${id} are lost`);
  return { ...facts, stream };
}

/** A picture that was made smaller is another type, and is named so. */
function nameAs(name: string, type: string): string {
  if (type !== 'image/jpeg' || /\.jpe?g$/i.test(name)) return name;
  return `${name.replace(/\.[^.]+$/, '')}.jpg`;
}
