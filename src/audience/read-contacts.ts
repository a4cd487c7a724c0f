import { searchPatterns } from '../calendars/search-text.ts';
import type { Contact, ContactPage, ContactTag } from '../contract/contact.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import { contactCondition } from './contact-condition.ts';
import { readContactCursor, writeContactCursor } from './contact-cursor.ts';

const CONTACTS = sqlFile(import.meta.url, './sql/contacts.sql');

/** Which contacts a page shows. */
export type ContactQuery = {
  text?: string | undefined;
  tag?: string | string[] | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** A page of contacts by name, inside a transaction of the account; a cursor that is none of ours begins at the start. */
export async function listContacts(
  client: Queryable,
  accountId: string,
  { text, tag, cursor, limit }: ContactQuery,
): Promise<ContactPage> {
  const statement = new Statement();
  const account = statement.add(accountId, 'uuid');
  const tags = [tag ?? []].flat();
  const condition = contactCondition(statement, { text, tags });
  const place = readContactCursor(cursor);
  const after = place
    ? `(c.list_name, c.id) > (${statement.add(place.listName, 'text')} collate "C", ${statement.add(place.id, 'uuid')})`
    : 'true';
  const { matching, found } = await select(client, statement, {
    account,
    condition,
    once: searchPatterns(text ?? '').length > 0 ? 'materialized' : 'not materialized',
    after,
    // One more than is shown tells whether there is a next page.
    limit: statement.add(limit + 1, 'int'),
  });
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ listName: _, ...contact }) => contact),
    next: last ? writeContactCursor(last) : null,
    matching,
  };
}

/** One contact, also one that is merged into another; null where there is none. */
export async function readContact(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<Contact | null> {
  const [contact] = await readContacts(client, accountId, [id]);
  return contact ?? null;
}

/** The contacts of these ids, by name, also those that are merged into another. */
export async function readContacts(
  client: Queryable,
  accountId: string,
  ids: readonly string[],
): Promise<Contact[]> {
  const statement = new Statement();
  const { found } = await select(client, statement, {
    account: statement.add(accountId, 'uuid'),
    condition: `c.id = any (${statement.add(ids, 'uuid[]')})`,
    once: 'not materialized',
    after: 'true',
    limit: 'null',
  });
  return found.map(({ listName: _, ...contact }) => contact);
}

/** The account's tags with their contacts counted, the one of most first. */
export async function listTags(client: Queryable, accountId: string): Promise<ContactTag[]> {
  const { rows } = await client.query<ContactTag>(
    `select min(t.tag) as tag, count(*) as contacts
       from contact_tag t join contact c on c.account_id = $1 and c.id = t.contact_id and c.merged_into is null
      where t.account_id = $1
      group by t.tag_key order by count(*) desc, t.tag_key limit 1000`,
    [accountId],
  );
  return rows;
}

type Row = Contact & { listName: string };

async function select(
  client: Queryable,
  statement: Statement,
  parts: Readonly<Record<string, string>>,
): Promise<{ matching: number; found: Row[] }> {
  // The row of an empty page has the count alone.
  const { rows } = await client.query<{ matching: number } & (Row | { id: null })>(
    fillSql(CONTACTS, parts),
    statement.values,
  );
  const found = rows.flatMap(({ matching: _, ...row }) => (row.id === null ? [] : [row]));
  return { matching: rows[0]?.matching ?? 0, found };
}
