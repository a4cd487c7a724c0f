import type { TypedPerson } from '../../contract/audience.ts';
import type { GroupMembers } from '../../contract/contact-group.ts';
import type { Queryable } from '../../platform/database.ts';
import { foldText } from '../../platform/fold-text.ts';
import { blanker, blankIn } from './blank-text.ts';
import { coarse, mentions } from './mentions.ts';
import type { Traces } from './traces.ts';

type Row = { id: string; name: string; members: GroupMembers };
type Blank = (text: string) => string;

/** The saved groups that may hold a person: as a contact, typed in, or in a name. */
export async function groupsNaming(
  client: Queryable,
  accountId: string,
  { contactIds, names, ownNames, ownAddresses, sharedAddresses }: Traces,
  lock: 'for no key update' | '' = '',
): Promise<Row[]> {
  const everyName = [...new Set([...ownNames, ...names])];
  const { rows } = await client.query<Row>(
    `select g.id, g.name, g.members from contact_group g
      where g.account_id = $1
        and (${mentions("g.name || ' ' || g.members::text", 2)}
             or g.members #> '{contacts,includeIds}' ?| $4::text[] or g.members #> '{contacts,excludeIds}' ?| $4::text[])
      order by g.id ${lock}`,
    [accountId, ...coarse(everyName, [...ownAddresses, ...sharedAddresses]), contactIds],
  );
  return rows;
}

/**
 * Takes a person out of saved groups: as a contact, and as somebody typed in, who stays only with an address that is
 * somebody else's. Names and searches that name them say so no more.
 */
export async function eraseFromGroups(
  client: Queryable,
  accountId: string,
  traces: Traces,
): Promise<void> {
  const blank = blanker(traces.ownNames, traces.ownAddresses);
  const naming = await groupsNaming(client, accountId, traces, 'for no key update');
  for (const { id, name, members } of naming) {
    const left = membersWithout(members, traces, blank);
    await client.query(
      `update contact_group g set members = $4,
              name = case when exists (select from contact_group o
                                        where o.account_id = $1 and o.id <> $2 and lower(o.name) = lower($3))
                          then $3 || ' ' || right(g.id::text, 6) else $3 end
        where g.account_id = $1 and g.id = $2`,
      [accountId, id, blank(name), JSON.stringify(left)],
    );
  }
}

/** Whether somebody who was typed in is this person. */
export function isTyped(person: TypedPerson, traces: Traces): boolean {
  const left = personWithout(person, traces);
  return left === null || left.phone !== person.phone || left.email !== person.email;
}

function membersWithout(
  { contacts, tags, people }: GroupMembers,
  traces: Traces,
  blank: Blank,
): GroupMembers {
  const isOther = (id: string) => !traces.contactIds.includes(id);
  const chosen = contacts && chosenWithout(contacts, isOther, blank);
  return {
    ...(chosen && { contacts: chosen }),
    ...(tags && { tags: tags.map(blank) }),
    people: people.flatMap((person) => personWithout(person, traces) ?? []),
  };
}

function chosenWithout(
  contacts: NonNullable<GroupMembers['contacts']>,
  isOther: (id: string) => boolean,
  blank: Blank,
): GroupMembers['contacts'] {
  if ('includeIds' in contacts) {
    const includeIds = contacts.includeIds.filter(isOther);
    return includeIds.length === 0 ? undefined : { includeIds };
  }
  const { filter, excludeIds } = contacts;
  // Its texts alone are changed: it stays a filter.
  const blanked = blankIn(filter, blank) as typeof filter;
  return { filter: blanked, excludeIds: excludeIds.filter(isOther) };
}

/** What is left of somebody typed in; null: nothing by which anybody could be reached. */
function personWithout(person: TypedPerson, traces: Traces): TypedPerson | null {
  const { names, ownNames, ownAddresses, sharedAddresses } = traces;
  const isNamed = names.some((name) => foldText(name) === foldText(person.name));
  const blank = isNamed
    ? blanker(names, [...ownAddresses, ...sharedAddresses])
    : blanker(ownNames, ownAddresses);
  const keep = (text: string | undefined) =>
    text !== undefined && blank(text) === text ? text : undefined;
  const phone = keep(person.phone);
  const email = keep(person.email);
  if (phone === person.phone && email === person.email && blank(person.name) === person.name) {
    return person;
  }
  if (phone === undefined && email === undefined) return null;
  return {
    name: keep(person.name) ?? '',
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
  };
}
