import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { lockMatching, matchContacts } from './match-contacts.ts';

const SAME_PERSON = sqlFile(import.meta.url, './sql/same-person.sql');

/** Whom a person chose (null: none of the contacts), who that was, and when. */
export type Choice = { contactId: string | null; by: string; at: Date };

/** Why a choice is not made. */
type Refused = 'no_participant' | 'no_contact' | 'busy';

/**
 * Notes which contact a participant is. It holds for everybody of the same name and address, on
 * appointments that come later too; for a name without an address it holds for this participant alone,
 * because another one may be somebody else.
 */
export async function chooseContact(
  client: Queryable,
  accountId: string,
  participantId: string,
  { contactId, by, at }: Choice,
): Promise<'chosen' | Refused> {
  const people = await lockSamePerson(client, accountId, participantId);
  if (typeof people === 'string') return people;
  if (contactId !== null) {
    const { rowCount } = await client.query(
      'select from contact where account_id = $1 and id = $2 and merged_into is null for key share',
      [accountId, contactId],
    );
    if (rowCount === 0) return 'no_contact';
  }
  await note(client, accountId, people.ids, { contactId, isNobody: contactId === null });
  if (people.sharedKey !== null) {
    await client.query(
      `insert into contact_choice (account_id, person_key, contact_id, chosen_by, chosen_at) values ($1, $2, $3, $4, $5)
           on conflict (account_id, person_key) do update
          set contact_id = excluded.contact_id, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`,
      [accountId, people.sharedKey, contactId, by, at],
    );
  }
  await matchContacts(client, accountId, people.ids);
  return 'chosen';
}

/** Forgets a choice: the participant, and whoever it held for, are matched by the rules again. */
export async function unchooseContact(
  client: Queryable,
  accountId: string,
  participantId: string,
): Promise<'forgotten' | Refused> {
  const people = await lockSamePerson(client, accountId, participantId);
  if (typeof people === 'string') return people;
  await note(client, accountId, people.ids, { contactId: null, isNobody: false });
  await client.query('delete from contact_choice where account_id = $1 and person_key = $2', [
    accountId,
    people.sharedKey,
  ]);
  await matchContacts(client, accountId, people.ids);
  return 'forgotten';
}

/** The participants for whom a choice holds; `sharedKey` is null where it is one alone. */
async function lockSamePerson(
  client: Queryable,
  accountId: string,
  participantId: string,
): Promise<{ ids: string[]; sharedKey: string | null } | Refused> {
  await lockMatching(client, accountId);
  const known = await client.query('select from participant where account_id = $1 and id = $2', [
    accountId,
    participantId,
  ]);
  if (known.rowCount === 0) return 'no_participant';
  const { rows } = await client.query<{ id: string; personKey: string; hasAddress: boolean }>(
    SAME_PERSON,
    [accountId, participantId],
  );
  const asked = rows.find(({ id }) => id === participantId);
  if (!asked) return 'busy';
  return { ids: rows.map(({ id }) => id), sharedKey: asked.hasAddress ? asked.personKey : null };
}

async function note(
  client: Queryable,
  accountId: string,
  participantIds: readonly string[],
  { contactId, isNobody }: { contactId: string | null; isNobody: boolean },
): Promise<void> {
  await client.query(
    `update participant set chosen_contact_id = $3, chosen_nobody = $4 where account_id = $1 and id = any ($2::uuid[])`,
    [accountId, participantIds, contactId, isNobody],
  );
}
