import type { MergePreview } from '../contract/contact-merge.ts';
import type { Queryable } from '../platform/database.ts';
import { filledFrom } from './merged-parts.ts';
import { readContacts } from './read-contacts.ts';

/** What a merge would make of the kept one, by the code that merges; nothing is locked or written. */
export async function previewMerge(
  client: Queryable,
  accountId: string,
  keptId: string,
  mergedId: string,
): Promise<MergePreview | { refused: 'missing' | 'merged' | 'same' }> {
  if (keptId === mergedId) return { refused: 'same' };
  const found = await readContacts(client, accountId, [keptId, mergedId]);
  const kept = found.find(({ id }) => id === keptId);
  const merged = found.find(({ id }) => id === mergedId);
  if (!kept || !merged) return { refused: 'missing' };
  if (kept.mergedInto || merged.mergedInto) return { refused: 'merged' };
  // Served by participant_contact.
  const { rows } = await client.query<{ appointments: number }>(
    `select count(distinct appointment_id) as appointments from participant where account_id = $1 and contact_id = $2`,
    [accountId, mergedId],
  );
  return {
    contact: { ...kept, ...filledFrom(kept, merged) },
    appointments: rows[0]?.appointments ?? 0,
  };
}
