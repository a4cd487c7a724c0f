import type { Attachment } from '../../contract/attachment.ts';
import type { Sentence } from '../../contract/said.ts';
import type { BlobStore } from '../../platform/blob-store.ts';
import type { Clock } from '../../platform/clock.ts';
import { asAccount, type Database } from '../../platform/database.ts';
import type { MediaFacts } from './media-job.ts';
import { readAttachmentRow } from './read-attachment.ts';
import type { ReceivedFile } from './receive-upload.ts';

/** A file that was looked into and may be kept. */
export type NewAttachment = {
  name: string;
  file: ReceivedFile;
  facts: Exclude<MediaFacts, { problem: Sentence }>;
  /** What a phone gets of it. */
  phone: ReceivedFile | null;
  createdBy: string;
};

/**
 * Keeps a file. First its blobs are named in the database, then they are stored, then the attachment
 * is written: a crash on the way leaves blobs that `cleanBlobs` knows and removes.
 */
export async function keepAttachment(
  database: Pick<Database, 'app'>,
  store: BlobStore,
  clock: Clock,
  accountId: string,
  { name, file, facts, phone, createdBy }: NewAttachment,
): Promise<Attachment> {
  for (const one of phone ? [file, phone] : [file]) {
    await asAccount(database, accountId, (client) =>
      client.query(
        `insert into blob (account_id, hash, size, used_at) values ($1, $2, $3, $4)
         on conflict (account_id, hash) do update set used_at = excluded.used_at`,
        [accountId, one.hash, one.size, clock.now()],
      ),
    );
    await store.put({ accountId, hash: one.hash }, one.path);
  }
  return asAccount(database, accountId, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into attachment (account_id, hash, name, type, size, width, height, duration_ms, peak,
                               phone_hash, phone_type, phone_size, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
      [
        accountId,
        file.hash,
        name,
        facts.type,
        file.size,
        facts.width,
        facts.height,
        facts.durationMs,
        facts.peak,
        phone?.hash ?? null,
        phone ? facts.phoneType : null,
        phone?.size ?? null,
        createdBy,
        clock.now(),
      ],
    );
    const made = await readAttachmentRow(client, accountId, rows[0]?.id ?? '');
    if (!made) throw new Error('an attachment that was inserted is there');
    return made;
  });
}
