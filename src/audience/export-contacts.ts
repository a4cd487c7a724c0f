import type { Contact } from '../contract/contact.ts';
import { csvLine } from '../platform/csv-line.ts';
import { asAccount, type Database, type Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { type ContactQuery, listContacts } from './read-contacts.ts';

const SHAPE = sqlFile(import.meta.url, './sql/contact-file-shape.sql');
const BATCH = 500;

/** How many columns the contacts need: of numbers and mailboxes, and the names of their own fields. */
type Shape = { phones: number; emails: number; fields: string[] };

/**
 * The contacts that match as CSV in UTF-8 with a byte order mark, by name, in batches: it takes no more
 * memory for more of them. Its columns are named as an import names what they become, so that it can be read
 * again as it is. What is added meanwhile may be missing.
 */
export async function* exportContacts(
  database: Database,
  accountId: string,
  filter: Pick<ContactQuery, 'text' | 'tag'>,
): AsyncGenerator<string> {
  const shape = await asAccount(database, accountId, (client) => readShape(client, accountId));
  yield `\ufeff${csvLine(columns(shape))}`;
  let cursor: string | undefined;
  do {
    const query = { ...filter, cursor, limit: BATCH };
    const page = await asAccount(database, accountId, (client) =>
      listContacts(client, accountId, query),
    );
    yield page.items.map((contact) => csvLine(cells(contact, shape))).join('');
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

async function readShape(client: Queryable, accountId: string): Promise<Shape> {
  const { rows } = await client.query<Shape>(SHAPE, [accountId]);
  return rows[0] ?? { phones: 0, emails: 0, fields: [] };
}

function columns({ phones, emails, fields }: Shape): string[] {
  return [
    ...['name', 'first_name', 'last_name', 'title', 'company'],
    ...Array.from({ length: phones }, (_, n) => [
      numbered('label', n),
      numbered('phone', n),
    ]).flat(),
    ...Array.from({ length: emails }, (_, n) => [
      numbered('label', phones + n),
      numbered('email', n),
    ]).flat(),
    ...['tags', 'notes', 'time_zone', 'language'],
    ...fields.map((name) => `field:${name}`),
  ];
}

/** The first has the plain name, the second is number two. */
function numbered(name: string, at: number): string {
  return at === 0 ? name : `${name} (${at + 1})`;
}

function cells(contact: Contact, { phones, emails, fields }: Shape): string[] {
  const of = (kind: 'phone' | 'email', most: number) => {
    const known = contact.addresses.filter((one) => one.kind === kind);
    return Array.from({ length: most }, (_, n) => [
      known[n]?.label ?? '',
      known[n]?.address ?? '',
    ]).flat();
  };
  return [
    ...[contact.name, contact.firstName, contact.lastName, contact.title, contact.company],
    ...of('phone', phones),
    ...of('email', emails),
    contact.tags.join(', '),
    contact.notes,
    contact.timeZone ?? '',
    contact.language ?? '',
    ...fields.map((name) => contact.fields[name] ?? ''),
  ];
}
