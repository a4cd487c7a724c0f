import type { ContactDuplicate, ContactMerge } from '../contract/contact-merge.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { readContacts } from './read-contacts.ts';

const DUPLICATES = sqlFile(import.meta.url, './sql/contact-duplicates.sql');

/** What was merged into a contact and not taken apart since, the last first; served by contact_merge_kept. */
export async function listMerges(
  client: Queryable,
  accountId: string,
  keptId: string,
): Promise<ContactMerge[]> {
  const { rows } = await client.query<ContactMerge>(
    `select m.id, m.kept_id as "keptId", m.merged_id as "mergedId",
            coalesce(nullif(c.name, ''), nullif(c.company, ''), c.list_name) as "mergedName",
            iso(m.merged_at) as "mergedAt", m.merged_by as "mergedBy"
       from contact_merge m join contact c on c.account_id = $1 and c.id = m.merged_id
      where m.account_id = $1 and m.kept_id = $2 and m.undone_at is null
      order by m.id desc`,
    [accountId, keptId],
  );
  return rows;
}

/** Pairs of contacts that are likely one, the likeliest first, of one contact or all; `cursor` is how many were seen. */
export async function listDuplicates(
  client: Queryable,
  accountId: string,
  {
    contactId,
    cursor,
    limit,
  }: { contactId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: ContactDuplicate[]; next: string | null }> {
  const from = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : 0;
  const { rows } = await client.query<{
    reason: ContactDuplicate['reason'];
    one: string;
    other: string;
  }>(DUPLICATES, [accountId, from, limit + 1, contactId ?? null]);
  const pairs = rows.slice(0, limit);
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
  const found = new Map((await readContacts(client, accountId, ids)).map((one) => [one.id, one]));
  const items = pairs.flatMap(({ reason, one, other }): ContactDuplicate[] => {
    const [older, newer] = [found.get(one), found.get(other)];
    return older && newer ? [{ reason, contacts: [older, newer] }] : [];
  });
  return { items, next: rows.length > limit ? String(from + limit) : null };
}
