import type { ContactInput } from '../../contract/contact.ts';
import type { Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import { type ContactDraft, draftContact } from '../draft-contact.ts';
import type { ContactToWrite } from '../write-contacts.ts';
import { type StoredError, storedErrors } from './draft-rows.ts';
import { addToContact, inputOfDraft } from './plan-contact.ts';

const NEXT = sqlFile(import.meta.url, './sql/next-group.sql');
const MATCH = sqlFile(import.meta.url, './sql/match-drafts.sql');
const KNOWN = sqlFile(import.meta.url, './sql/known-contacts.sql');
/** Rows a batch, and those of its last person. */
const BATCH = 1_000;

/** Rows counted by what becomes, or became, of them. */
export type RowCounts = {
  created: number;
  updated: number;
  unchanged: number;
  joined: number;
  refused: number;
};

/** What a batch of people would do to the contacts; null contacts where nothing is left. */
export type Comparison = {
  /** Position of the last person's first row. */
  last: number;
  contacts: ContactToWrite[];
  counts: RowCounts;
  errors: StoredError[];
};

type DraftRow = { position: number; leader: number; line: number; draft: ContactDraft };
type KnownContact = ContactInput & { id: string };

/**
 * Compares the next people of an import with the contacts, by all their rows. Contacts that match are
 * locked where `lock` is set, for whoever writes them. null when nobody is left.
 */
export async function comparePeople(
  client: Queryable,
  key: { accountId: string; importId: string; country: string },
  after: number,
  lock: boolean,
): Promise<Comparison | null> {
  // Statistics know nothing of rows that have just come in, and a loop over all for each of them takes minutes;
  // what is to be looked up by its key is written so that it is.
  await client.query('set local enable_nestloop = off');
  const { rows } = await client.query<DraftRow>(NEXT, [key.accountId, key.importId, after, BATCH]);
  const last = rows.at(-1)?.leader;
  if (last === undefined) return null;
  const people = Map.groupBy(rows, ({ leader }) => leader);
  const matches = await matchesOf(client, key, [...people.keys()]);
  const known = await knownContacts(client, key.accountId, [...matches.values()].flat(), lock);
  const comparison: Comparison = {
    last,
    contacts: [],
    counts: { created: 0, updated: 0, unchanged: 0, joined: 0, refused: 0 },
    errors: [],
  };
  /** Of those who are matched by several people of the batch, what is to be written so far. */
  const changed = new Map<string, ContactInput>();
  for (const [leader, person] of people) {
    const ids = (matches.get(leader) ?? []).filter((id) => known.has(id));
    if (ids.length > 1) refuseAmbiguous(person, ids.length, comparison);
    else
      comparePerson(person, ids[0] ?? null, { known, changed, country: key.country }, comparison);
  }
  for (const [id, input] of changed) {
    comparison.contacts.push({ ...draftOf(input, key.country), id });
  }
  return comparison;
}

type Setting = {
  known: ReadonlyMap<string, KnownContact>;
  changed: Map<string, ContactInput>;
  country: string;
};

function comparePerson(
  rows: readonly DraftRow[],
  id: string | null,
  { known, changed, country }: Setting,
  comparison: Comparison,
): void {
  const { counts, errors, contacts } = comparison;
  let contact: ContactInput | null =
    id === null ? null : (changed.get(id) ?? known.get(id) ?? null);
  let draft: ContactDraft | null = null;
  let isChanged = false;
  let taken = 0;
  for (const row of rows) {
    if (contact === null) {
      contact = inputOfDraft(row.draft);
      draft = row.draft;
      taken++;
      continue;
    }
    const added = addToContact(contact, row.draft);
    if (added && 'problem' in added) {
      counts.refused++;
      errors.push(...storedErrors(row, [{ column: '', value: '', message: added.problem }]));
      continue;
    }
    taken++;
    if (added === null) continue;
    contact = added.contact;
    draft = null;
    isChanged = true;
  }
  if (taken === 0 || contact === null) return;
  counts.joined += taken - 1;
  if (id === null) {
    counts.created++;
    contacts.push(draft ?? draftOf(contact, country));
  } else if (isChanged) {
    counts.updated++;
    changed.set(id, contact);
  } else counts.unchanged++;
}

/** What was checked row by row, and then added up, is right as a whole. */
function draftOf(input: ContactInput, country: string): ContactDraft {
  const drafted = draftContact(input, country);
  if ('problems' in drafted) throw new Error(`it was right before: ${drafted.problems[0]?.path}`);
  return drafted.draft;
}

function refuseAmbiguous(rows: readonly DraftRow[], count: number, into: Comparison): void {
  const message = {
    text: /*i18n*/ '{count} contacts have this name and one of these numbers or mailboxes: merge them, and import the row again.',
    values: { count },
  };
  into.counts.refused += rows.length;
  for (const row of rows) {
    into.errors.push(...storedErrors(row, [{ column: '', value: row.draft.name, message }]));
  }
}

async function matchesOf(
  client: Queryable,
  { accountId, importId }: { accountId: string; importId: string },
  leaders: readonly number[],
): Promise<ReadonlyMap<number, string[]>> {
  const { rows } = await client.query<{ leader: number; ids: string[] }>(MATCH, [
    accountId,
    importId,
    leaders,
  ]);
  return new Map(rows.map(({ leader, ids }) => [leader, ids]));
}

async function knownContacts(
  client: Queryable,
  accountId: string,
  ids: readonly string[],
  lock: boolean,
): Promise<ReadonlyMap<string, KnownContact>> {
  if (ids.length === 0) return new Map();
  let kept = ids;
  if (lock) {
    // Somebody may have merged or erased one since the match looked.
    const { rows } = await client.query<{ id: string }>(
      `select id from contact where account_id = $1 and id = any ($2::uuid[]) and merged_into is null
        order by id for update`,
      [accountId, ids],
    );
    kept = rows.map(({ id }) => id);
  }
  const { rows } = await client.query<KnownContact>(KNOWN, [accountId, kept]);
  return new Map(rows.map((row) => [row.id, row]));
}
