import { matchContacts, touchedBy } from '../calendars/match-contacts.ts';
import type { Contact } from '../contract/contact.ts';
import type { Queryable } from '../platform/database.ts';
import { foldText } from '../platform/fold-text.ts';
import { type Filled, filledFrom, takenBack } from './merged-parts.ts';
import { readContacts } from './read-contacts.ts';
import { rewriteContact } from './save-contact.ts';

/** Who merges, and when. */
export type Doer = { by: string; at: Date };

/**
 * Makes two contacts one: the kept one gets what it lacks of the other, which stays hidden with all that
 * it had. Its participants, chosen ones too, become the kept one's.
 */
export async function mergeContacts(
  client: Queryable,
  account: { id: string; country: string },
  keptId: string,
  mergedId: string,
  { by, at }: Doer,
): Promise<{ mergeId: string } | { refused: 'missing' | 'merged' | 'same' }> {
  if (keptId === mergedId) return { refused: 'same' };
  const pair = await lockPair(client, account.id, keptId, mergedId);
  if ('refused' in pair) return pair;
  const { kept, merged } = pair;
  if (kept.mergedInto || merged.mergedInto) return { refused: 'merged' };
  const touched = await touchedBy(client, account.id, [keptId, mergedId]);
  await client.query(
    `update contact set merged_into = $2 where account_id = $1 and (id = $3 or merged_into = $3)`,
    [account.id, keptId, mergedId],
  );
  const whole = filledFrom(kept, merged);
  const after = await rewriteContact(client, account, { ...kept, ...whole }, at);
  const had = new Set(kept.addresses.map(({ id }) => id));
  const hadTags = new Set(kept.tags.map(foldText));
  const { rows } = await client.query<{ id: string }>(
    `insert into contact_merge (account_id, kept_id, merged_id, merged_at, merged_by, kept_before, kept_after,
                                added_addresses, added_tags)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      ...[account.id, keptId, mergedId, at, by],
      JSON.stringify(partsOf(kept)),
      JSON.stringify(partsOf(after)),
      after.addresses.flatMap(({ id }) => (had.has(id) ? [] : id)),
      after.tags.map(foldText).filter((key) => !hadTags.has(key)),
    ],
  );
  await matchContacts(client, account.id, touched);
  return { mergeId: rows[0]?.id ?? '' };
}

/**
 * Takes two contacts apart again: the kept one loses what the merge gave it, and gets back what it had,
 * unless that was changed since. Null where all went well.
 */
export async function undoMerge(
  client: Queryable,
  account: { id: string; country: string },
  keptId: string,
  mergeId: string,
  { by, at }: Doer,
): Promise<'missing' | 'merged' | null> {
  const { rows } = await client.query<Merge>(
    `select merged_id as "mergedId", kept_before as before, kept_after as after,
            added_addresses as "addedAddresses", added_tags as "addedTags"
       from contact_merge
      where account_id = $1 and id = $2 and kept_id = $3 and undone_at is null for update`,
    [account.id, mergeId, keptId],
  );
  const [merge] = rows;
  if (!merge) return 'missing';
  const pair = await lockPair(client, account.id, keptId, merge.mergedId);
  if ('refused' in pair) return pair.refused;
  if (pair.kept.mergedInto) return 'merged';
  const touched = await touchedBy(client, account.id, [keptId]);
  await client.query(
    'update contact_merge set undone_at = $3, undone_by = $4 where account_id = $1 and id = $2',
    [account.id, mergeId, at, by],
  );
  await setApart(client, account.id, merge.mergedId);
  await rewriteContact(client, account, { ...pair.kept, ...takenBack(pair.kept, merge) }, at);
  const after = await touchedBy(client, account.id, [keptId, merge.mergedId]);
  await matchContacts(client, account.id, [...new Set([...touched, ...after])]);
  return null;
}

type Merge = {
  mergedId: string;
  before: Filled;
  after: Filled;
  addedAddresses: string[];
  addedTags: string[];
};

/** Those who had been merged into it before are its own again. */
async function setApart(client: Queryable, accountId: string, mergedId: string): Promise<void> {
  await client.query(
    `with recursive own (id) as (
       select merged_id from contact_merge where account_id = $1 and kept_id = $2 and undone_at is null
       union
       select m.merged_id from own join contact_merge m
           on m.account_id = $1 and m.kept_id = own.id and m.undone_at is null
     )
     update contact set merged_into = case when id <> $2 then $2 end
      where account_id = $1 and (id = $2 or id in (select id from own))`,
    [accountId, mergedId],
  );
}

/** Both contacts, locked in one order. */
async function lockPair(
  client: Queryable,
  accountId: string,
  keptId: string,
  mergedId: string,
): Promise<{ kept: Contact; merged: Contact } | { refused: 'missing' }> {
  await client.query(
    'select from contact where account_id = $1 and id = any ($2::uuid[]) order by id for update',
    [accountId, [keptId, mergedId]],
  );
  const found = await readContacts(client, accountId, [keptId, mergedId]);
  const kept = found.find(({ id }) => id === keptId);
  const merged = found.find(({ id }) => id === mergedId);
  return kept && merged ? { kept, merged } : { refused: 'missing' };
}

function partsOf(contact: Contact): Filled {
  const { name, firstName, lastName, title, company, notes, timeZone, language, fields } = contact;
  return { name, firstName, lastName, title, company, notes, timeZone, language, fields };
}
