import type { ContactMatch } from '../contract/contact-choice.ts';
import type { Queryable } from '../platform/database.ts';
import { readContacts } from './read-contacts.ts';

/** Which contact a participant is, or may be; null where there is no such participant. */
export async function readMatch(
  client: Queryable,
  accountId: string,
  participantId: string,
): Promise<ContactMatch | null> {
  const { rows } = await client.query<{
    match: ContactMatch['match'];
    contactId: string | null;
    candidates: string[];
  }>(
    `select match_state as match, contact_id as "contactId",
            array(select c.contact_id from participant_contact_candidate c
                   where c.account_id = $1 and c.participant_id = p.id) as candidates
       from participant p where p.account_id = $1 and p.id = $2`,
    [accountId, participantId],
  );
  const [row] = rows;
  if (!row) return null;
  const ids = row.contactId === null ? row.candidates : [row.contactId];
  const contacts = await readContacts(client, accountId, ids);
  const [contact = null] = row.contactId === null ? [] : contacts;
  return { match: row.match, contact, candidates: row.contactId === null ? contacts : [] };
}
