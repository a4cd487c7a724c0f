import type { Queryable } from '../../platform/database.ts';

/** in_use: a message has it, sent or scheduled, and keeps it. */
export type Deletion = 'deleted' | 'in_use' | 'unknown';

/** Deletes a file that no message uses. Its bytes go later, when nothing else has them (cleanBlobs). */
export async function deleteAttachment(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<Deletion> {
  // Locked first: a broadcast that is being made waits, and then finds that it is gone, or keeps it.
  const { rowCount } = await client.query(
    'select from attachment where account_id = $1 and id = $2 for update',
    [accountId, id],
  );
  if (!rowCount) return 'unknown';
  const deleted = await client.query(
    `delete from attachment a where account_id = $1 and id = $2
        and not exists (select from broadcast_attachment b where b.account_id = $1 and b.attachment_id = a.id)`,
    [accountId, id],
  );
  return deleted.rowCount ? 'deleted' : 'in_use';
}
