import type { Audience, ChosenContacts } from '../contract/audience.ts';
import type { GroupMembers } from '../contract/contact-group.ts';
import type { Queryable } from '../platform/database.ts';
import { chosenParts } from './chosen-parts.ts';

/** The saved groups of an audience opened: their typed people beside its own, and their contacts. */
export type OpenedGroups = {
  audience: Audience;
  grouped: ChosenContacts[];
  /** Whether all of them are there. */
  isWhole: boolean;
};

/**
 * Opens the saved groups of an audience as they are now: the one place where it is known who is in them. Who is in
 * two of them, or beside them, is found by the same rules as anybody who is named twice. Served by the key of
 * contact_group.
 */
export async function expandGroups(
  client: Queryable,
  accountId: string,
  audience: Audience,
): Promise<OpenedGroups> {
  const { groups = [] } = audience;
  if (groups.length === 0) return { audience, grouped: [], isWhole: true };
  const { rows } = await client.query<{ members: GroupMembers }>(
    'select members from contact_group where account_id = $1 and id = any ($2::uuid[]) order by id',
    [accountId, groups],
  );
  const people = rows.flatMap(({ members }) => members.people);
  return {
    audience: { ...audience, people: [...audience.people, ...people] },
    grouped: rows.flatMap(({ members }) => chosenParts(members)),
    isWhole: rows.length === new Set(groups).size,
  };
}

/**
 * Keeps the groups of an audience from being deleted while a message is made that opens them later; whoever
 * deletes one afterwards finds that message. False: one is gone already.
 */
export async function holdGroups(
  client: Queryable,
  accountId: string,
  { groups = [] }: Audience,
): Promise<boolean> {
  if (groups.length === 0) return true;
  const { rowCount } = await client.query(
    'select from contact_group where account_id = $1 and id = any ($2::uuid[]) order by id for key share',
    [accountId, groups],
  );
  return rowCount === new Set(groups).size;
}
