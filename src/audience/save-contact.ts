import { matchContacts, touchedBy } from '../calendars/match-contacts.ts';
import type { Contact, ContactChange, ContactInput } from '../contract/contact.ts';
import type { FieldSentence } from '../contract/said.ts';
import type { Queryable } from '../platform/database.ts';
import { draftContact } from './draft-contact.ts';
import { readContact } from './read-contacts.ts';
import { writeContacts } from './write-contacts.ts';

/** What became of a change. `merged`: another contact stands for it. */
export type Saved =
  | { contact: Contact }
  | { problems: FieldSentence[] }
  | { refused: 'missing' | 'merged' };

/** Makes a contact, inside a transaction of the account; what is wrong with it is told and nothing is written. */
export async function createContact(
  client: Queryable,
  account: { id: string; country: string },
  input: ContactInput,
  now: Date,
): Promise<Saved> {
  const drafted = draftContact(input, account.country);
  if ('problems' in drafted) return drafted;
  const [id = ''] = await writeContacts(client, account.id, [drafted.draft], now);
  return saved(client, account.id, id);
}

/** Changes what is said and leaves the rest; the same otherwise. */
export async function changeContact(
  client: Queryable,
  account: { id: string; country: string },
  id: string,
  change: ContactChange,
  now: Date,
): Promise<Saved> {
  const refused = await lockContact(client, account.id, id);
  if (refused) return { refused };
  const known = await readContact(client, account.id, id);
  if (!known) return { refused: 'missing' };
  const input = inputOf(known, change);
  const drafted = draftContact(input, account.country, known.addresses);
  if ('problems' in drafted) return drafted;
  await writeContacts(client, account.id, [{ ...drafted.draft, id }], now);
  return saved(client, account.id, id);
}

/**
 * Takes a contact out of the address book, with those that were merged into it; what the calendars say,
 * and what was sent, stays. Its people are matched anew.
 */
export async function deleteContact(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<'deleted' | 'missing' | 'merged'> {
  const refused = await lockContact(client, accountId, id);
  if (refused) return refused;
  const touched = await touchedBy(client, accountId, [id]);
  await lockPeopleOf(client, accountId, [id]);
  await client.query(
    `update participant set contact_id = null, match_state = 'none' where account_id = $1 and contact_id = $2`,
    [accountId, id],
  );
  await client.query('delete from contact where account_id = $1 and id = $2', [accountId, id]);
  await matchContacts(client, accountId, touched);
  return 'deleted';
}

/** Writes a contact over with what others that are stored had; it is locked, and not merged. */
export async function rewriteContact(
  client: Queryable,
  account: { id: string; country: string },
  whole: Contact,
  now: Date,
): Promise<Contact> {
  const drafted = draftContact(inputOf(whole, {}), account.country, whole.addresses);
  if ('problems' in drafted) throw new Error(`a contact is not as it was stored: ${whole.id}`);
  await writeContacts(client, account.id, [{ ...drafted.draft, id: whole.id }], now);
  const contact = await readContact(client, account.id, whole.id);
  if (!contact) throw new Error('a contact that was just written is gone');
  return contact;
}

/** Locks a contact that may be changed; else says why it may not. */
export async function lockContact(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<'missing' | 'merged' | null> {
  const { rows } = await client.query<{ merged: boolean }>(
    `select merged_into is not null as merged from contact where account_id = $1 and id = $2 for update`,
    [accountId, id],
  );
  const [row] = rows;
  if (!row) return 'missing';
  return row.merged ? 'merged' : null;
}

/**
 * Locks the participants of contacts, behind the lock of matching. One that an import is writing throws
 * lock_not_available (55P03): that import waits for matching, and must not be waited for.
 */
export async function lockPeopleOf(
  client: Queryable,
  accountId: string,
  contactIds: readonly string[],
): Promise<void> {
  await client.query(
    `select from participant where account_id = $1 and contact_id = any ($2::uuid[])
      order by id for no key update nowait`,
    [accountId, contactIds],
  );
}

/** A name that is given anew is taken apart anew, unless its parts are given with it. */
function inputOf(known: Contact, change: ContactChange): ContactInput {
  const { firstName, lastName, ...said } = withoutUndefined(change);
  const isNamed = firstName !== undefined || lastName !== undefined;
  const renamed = said.name !== undefined && said.name !== known.name;
  const parts = isNamed
    ? { firstName: firstName ?? known.firstName, lastName: lastName ?? known.lastName }
    : renamed
      ? {}
      : { firstName: known.firstName, lastName: known.lastName };
  const { title, company, notes, timeZone, language, fields, tags } = known;
  const addresses = known.addresses.map(({ id: _, ...address }) => address);
  const name = isNamed && said.name === undefined ? '' : known.name;
  return {
    name,
    title,
    company,
    notes,
    timeZone,
    language,
    fields,
    tags,
    addresses,
    ...said,
    ...parts,
  };
}

/** Fields that are given as undefined are not given. */
function withoutUndefined(change: ContactChange): Partial<ContactInput> {
  // Each value that is left is one of ContactInput's, because only those that are undefined are not.
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<ContactInput>;
}

async function saved(client: Queryable, accountId: string, id: string): Promise<Saved> {
  const contact = await readContact(client, accountId, id);
  return contact ? { contact } : { refused: 'missing' };
}
