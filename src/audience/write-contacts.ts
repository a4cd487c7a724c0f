import { matchContacts, touchedBy } from '../calendars/match-contacts.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { ContactDraft } from './draft-contact.ts';

const WRITE = sqlFile(import.meta.url, './sql/write-contacts.sql');
const ADDRESSES = sqlFile(import.meta.url, './sql/write-contact-addresses.sql');
/** Contacts a statement. */
const BATCH = 1_000;

/** A contact to write: `id` of one that is there and is written over; without it, a new one. */
export type ContactToWrite = ContactDraft & { id?: string };

/**
 * Writes contacts with their addresses and tags, and matches the participants whom they concern, inside
 * a transaction of the account. Returns their ids in order. Whoever writes over one has locked it, and
 * has seen that it is not merged. Matching is locked until the transaction ends: many contacts are
 * better written in several transactions.
 */
export async function writeContacts(
  client: Queryable,
  accountId: string,
  contacts: readonly ContactToWrite[],
  now: Date,
): Promise<string[]> {
  const all: string[] = [];
  for (let at = 0; at < contacts.length; at += BATCH) {
    const some = contacts.slice(at, at + BATCH);
    const known = some.flatMap(({ id }) => id ?? []);
    const touched = known.length > 0 ? await touchedBy(client, accountId, known) : [];
    const ids = await writeContactRows(client, accountId, some, now);
    const after = await touchedBy(client, accountId, ids);
    await matchContacts(client, accountId, [...new Set([...touched, ...after])]);
    all.push(...ids);
  }
  return all;
}

/**
 * The same without matching participants, for whoever has them matched in other transactions afterwards
 * and takes no address away. One statement each for contacts, addresses and tags.
 */
export async function writeContactRows(
  client: Queryable,
  accountId: string,
  contacts: readonly ContactToWrite[],
  now: Date,
): Promise<string[]> {
  const fresh = await drawIds(client, contacts.filter(({ id }) => id === undefined).length);
  const rows = contacts.map((contact) => ({ ...contact, id: contact.id ?? fresh.pop() ?? '' }));
  const json = JSON.stringify(rows);
  await client.query(WRITE, [accountId, json, now]);
  await client.query(ADDRESSES, [accountId, json]);
  return rows.map(({ id }) => id);
}

/** Ids in the order in which they are to be taken from the end, so that the first is the oldest. */
async function drawIds(client: Queryable, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { rows } = await client.query<{ id: string }>(
    'select uuidv7() as id from generate_series(1, $1)',
    [count],
  );
  return rows.map(({ id }) => id).reverse();
}
