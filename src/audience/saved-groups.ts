import type {
  ContactGroup,
  ContactGroupChange,
  ContactGroupInput,
  ContactGroupWhole,
  GroupMembers,
} from '../contract/contact-group.ts';
import type { Queryable } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';
import { anyOf } from './candidates.ts';
import { chosenParts } from './chosen-parts.ts';

/** Saved by hand, so that one page holds them all. */
const MOST = 500;
/** So many contacts of a group are shown by name. */
const SHOWN = 200;

const COLUMNS = `id, name, created_by as "createdBy", iso(created_at) as "createdAt",
  changed_by as "changedBy", iso(changed_at) as "changedAt"`;

/**
 * Whether it was saved; taken: another has the name, in whatever case. full: there are 500 already.
 */
export type SavedGroup = { saved: ContactGroup } | { refused: 'taken' | 'full' | 'missing' };

type By = { name: string; at: Date };

/** All groups of an account by name. Served by contact_group_name. */
export async function listGroups(client: Queryable, accountId: string): Promise<ContactGroup[]> {
  const { rows } = await client.query<ContactGroup>(
    `select ${COLUMNS} from contact_group where account_id = $1 order by lower(name)`,
    [accountId],
  );
  return rows;
}

/** A group with who is in it now; null where there is none. Inside a transaction of the account. */
export async function readGroup(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<ContactGroupWhole | null> {
  const { rows } = await client.query<ContactGroup & { members: GroupMembers }>(
    `select ${COLUMNS}, members from contact_group where account_id = $1 and id = $2`,
    [accountId, id],
  );
  const [group] = rows;
  return group ? { ...group, ...(await contactsOf(client, accountId, group.members)) } : null;
}

/** Saves a new one. */
export async function createGroup(
  client: Queryable,
  accountId: string,
  { name, members }: ContactGroupInput,
  by: By,
): Promise<SavedGroup> {
  await takeTurns(client, accountId);
  const { rows: counted } = await client.query<{ full: boolean }>(
    'select count(*) >= $2 as full from contact_group where account_id = $1',
    [accountId, MOST],
  );
  if (counted[0]?.full) return { refused: 'full' };
  const { rows } = await client.query<ContactGroup>(
    `insert into contact_group (account_id, name, members, created_by, created_at, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $4, $5)
     on conflict (account_id, lower(name)) do nothing
     returning ${COLUMNS}`,
    [accountId, name, JSON.stringify(members), by.name, by.at],
  );
  return rows[0] ? { saved: rows[0] } : { refused: 'taken' };
}

/** Gives it another name, or says anew who is in it: for messages that are still to be made, or worked out. */
export async function changeGroup(
  client: Queryable,
  accountId: string,
  id: string,
  { name, members }: ContactGroupChange,
  by: By,
): Promise<SavedGroup> {
  await takeTurns(client, accountId);
  const { rows } = await client.query<ContactGroup>(
    `update contact_group g
        set name = coalesce($3, g.name), members = coalesce($4, g.members), changed_by = $5, changed_at = $6
      where g.account_id = $1 and g.id = $2
        and not exists (select from contact_group other
                         where other.account_id = $1 and other.id <> $2 and lower(other.name) = lower($3))
     returning ${COLUMNS}`,
    [accountId, id, name ?? null, members ? JSON.stringify(members) : null, by.name, by.at],
  );
  if (rows[0]) return { saved: rows[0] };
  const { rowCount } = await client.query(
    'select from contact_group where account_id = $1 and id = $2',
    [accountId, id],
  );
  return { refused: rowCount === 0 ? 'missing' : 'taken' };
}

/**
 * Forgets a group; who is in it stays. Not while a message waits for its time that is for it: worked out then, or
 * edited before, it would be for nobody of it. Null: it is done.
 */
export async function deleteGroup(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<'missing' | 'waited_for' | null> {
  const { rows } = await client.query(
    `select from contact_group where account_id = $1 and id = $2 for update`,
    [accountId, id],
  );
  if (rows.length === 0) return 'missing';
  const { rows: waiting } = await client.query(
    `select from broadcast
      where account_id = $1 and state = 'scheduled' and audience -> 'groups' ? $2::text
      limit 1`,
    [accountId, id],
  );
  if (waiting.length > 0) return 'waited_for';
  await client.query('delete from contact_group where account_id = $1 and id = $2', [
    accountId,
    id,
  ]);
  return null;
}

async function contactsOf(
  client: Queryable,
  accountId: string,
  members: GroupMembers,
): Promise<Pick<ContactGroupWhole, 'contacts' | 'shown'>> {
  const statement = new Statement();
  const account = statement.add(accountId, 'uuid');
  const condition = anyOf(statement, accountId, chosenParts(members));
  const { rows } = await client.query<Pick<ContactGroupWhole, 'contacts' | 'shown'>>(
    `with found as (
       select distinct coalesce(c.merged_into, c.id) as id from contact c where c.account_id = ${account} and ${condition}),
     page as (
       select c.id, c.name, c.company, c.list_name
         from found f join contact c on c.account_id = ${account} and c.id = f.id
        order by c.list_name, c.id limit ${statement.add(SHOWN, 'int')})
     select (select count(*) from found) as contacts,
            coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', coalesce(nullif(p.name, ''), p.company), 'detail', a.detail)
                               order by p.list_name, p.id), '[]') as shown
       from page p
      cross join lateral (
        select coalesce(string_agg(d.address, ' · ' order by d.position, d.id), '') as detail
          from contact_address d where d.account_id = ${account} and d.contact_id = p.id) a`,
    statement.values,
  );
  return rows[0] ?? { contacts: 0, shown: [] };
}

/** Two that take the same name at once wait for each other here, not at the index, which would throw. */
async function takeTurns(client: Queryable, accountId: string): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('contact_group ' || $1, 0))`, [
    accountId,
  ]);
}
