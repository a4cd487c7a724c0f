import { knownNumbers } from '../../audience/known-numbers.ts';
import { readContact } from '../../audience/read-contacts.ts';
import { listMerges } from '../../audience/read-merges.ts';
import type { DeliveryStory } from '../../contract/delivery.ts';
import type { PersonExport } from '../../contract/person.ts';
import type { Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import { readStory } from '../read-story.ts';
import { groupsNaming, isTyped } from './erase-groups.ts';
import { findLedgerTraces, findTraces, type Traces } from './traces.ts';

const APPOINTMENTS = sqlFile(import.meta.url, './sql/export-appointments.sql');
const ADDRESSES = sqlFile(import.meta.url, './sql/export-addresses.sql');

/**
 * Everything that is held about the person of a contact, inside the engine's transaction of the account:
 * what erasing them would clear. Null where there is no such contact.
 */
export async function exportPerson(
  client: Queryable,
  accountId: string,
  contactId: string,
  now: Date,
): Promise<PersonExport | null> {
  const contact = await readContact(client, accountId, contactId);
  if (!contact) return null;
  const traces = await findTraces(client, accountId, contact.mergedInto ?? contactId);
  const { recipientIds, deliveryIds } = await findLedgerTraces(client, accountId, traces);
  const merges = await listMerges(client, accountId, contactId);
  return {
    exportedAt: now.toISOString(),
    contact,
    merges: await Promise.all(
      merges.map(async (merge) => ({
        ...merge,
        contact: await readContact(client, accountId, merge.mergedId),
      })),
    ),
    appointments: await appointmentsOf(client, accountId, traces),
    deliveries: await storiesOf(client, accountId, deliveryIds),
    leftOut: await leftOut(client, accountId, recipientIds),
    ...(await ofAddresses(client, accountId, traces)),
    numbers: await numbersOf(client, accountId, traces, now),
    groups: await groupsOf(client, accountId, traces),
  };
}

async function appointmentsOf(
  client: Queryable,
  accountId: string,
  { participantIds }: Traces,
): Promise<PersonExport['appointments']> {
  const { rows } = await client.query<PersonExport['appointments'][number]>(APPOINTMENTS, [
    accountId,
    participantIds,
  ]);
  return rows;
}

async function storiesOf(
  client: Queryable,
  accountId: string,
  deliveryIds: readonly string[],
): Promise<DeliveryStory[]> {
  const stories: DeliveryStory[] = [];
  for (const id of [...deliveryIds].sort()) {
    const story = await readStory(client, accountId, id);
    if (story) stories.push(story);
  }
  return stories;
}

async function leftOut(
  client: Queryable,
  accountId: string,
  recipientIds: readonly string[],
): Promise<PersonExport['leftOut']> {
  const { rows } = await client.query<PersonExport['leftOut'][number]>(
    `select b.title as message, e.channel, e.reason, e.detail
       from exclusion e join broadcast b on b.account_id = $1 and b.id = e.broadcast_id
      where e.account_id = $1 and e.recipient_id = any ($2::uuid[])
      order by b.id, e.channel`,
    [accountId, recipientIds],
  );
  return rows;
}

/** Saved groups that name them one by one. */
async function groupsOf(
  client: Queryable,
  accountId: string,
  traces: Traces,
): Promise<PersonExport['groups']> {
  const found = await groupsNaming(client, accountId, traces);
  return found.flatMap(({ name, members: { contacts, people } }) => {
    const ids = contacts && 'includeIds' in contacts ? contacts.includeIds : [];
    const typed = people.filter((person) => isTyped(person, traces));
    const isContact = ids.some((id) => traces.contactIds.includes(id));
    return isContact || typed.length > 0 ? [{ name, isContact, typed }] : [];
  });
}

/** Those of which more is known than their numbering plan says. */
async function numbersOf(
  client: Queryable,
  accountId: string,
  { ownAddresses, sharedAddresses }: Traces,
  now: Date,
): Promise<PersonExport['numbers']> {
  const phones = [...ownAddresses, ...sharedAddresses].filter((address) => !address.includes('@'));
  const known = await knownNumbers(client, accountId, phones, now);
  return known.filter(({ source, lookup }) => source !== null || lookup !== null);
}

async function ofAddresses(
  client: Queryable,
  accountId: string,
  { ownAddresses, sharedAddresses }: Traces,
): Promise<Pick<PersonExport, 'consent' | 'suppressions' | 'answers'>> {
  const { rows } = await client.query<Pick<PersonExport, 'consent' | 'suppressions' | 'answers'>>(
    ADDRESSES,
    [accountId, [...ownAddresses, ...sharedAddresses]],
  );
  return rows[0] ?? { consent: [], suppressions: [], answers: [] };
}
