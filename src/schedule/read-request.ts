import type { PoolClient } from 'pg';
import type { Account } from '../account/account.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import { chosenCondition, type Selection, tickedCondition } from '../audience/candidates.ts';
import type { Audience, ChosenContacts, TypedPerson } from '../contract/audience.ts';
import type { CopyMode } from '../contract/content.ts';
import type { WrittenAgain } from '../contract/written-again.ts';
import { Statement } from '../platform/statement.ts';
import { compose } from './selection.ts';

type Request = WrittenAgain['request'];
/** With what the database writes null for where the request says nothing. */
type Row = Pick<Request, 'audience' | 'content'> &
  Pick<WrittenAgain, 'takenBack'> & {
    [Part in 'fallback' | 'redial' | 'sendLater']: NonNullable<Request[Part]> | null;
  } & Required<
    Pick<Request, 'callOnlyWithoutSms' | 'resolve' | 'validMinutes' | 'ignoreQuietHours'>
  > & {
    copyMode: CopyMode;
  };

/** What a broadcast that exists was made of, and how many it names. */
export async function readRequest(
  client: PoolClient,
  account: Account,
  broadcastId: string,
  now: Date,
): Promise<WrittenAgain> {
  const { rows } = await client.query<Row>(
    `select audience, content, fallback, redial, copy_mode as "copyMode", resolve,
            call_only_without_sms as "callOnlyWithoutSms", valid_minutes as "validMinutes",
            quiet_override_by is not null as "ignoreQuietHours",
            case when send_at_wall is not null
              then json_build_object('wall', send_at_wall, 'zone', case when send_at_local then 'recipient' else send_at_zone end)
            end as "sendLater",
            (select count(distinct d.recipient_id) from delivery d
              where d.account_id = $1 and d.broadcast_id = $2 and d.state = 'canceled') as "takenBack"
       from broadcast where account_id = $1 and id = $2`,
    [account.id, broadcastId],
  );
  const [row] = rows;
  if (!row) throw new Error('a broadcast that was found stays');
  const { copyMode, fallback, redial, sendLater, takenBack, ...stored } = row;
  const opened = await readGroups(client, account.id, stored.audience);
  const rest = { ...stored, audience: withoutGrouped(stored.audience, opened) };
  const policy = await readSendingPolicy(client, account.id);
  const composed = compose(account, { ...rest, sendLater: sendLater ?? undefined }, policy, now);
  if ('problems' in composed)
    throw new Error('a broadcast is created only from texts that compile');
  const { selection } = composed;
  return {
    request: {
      ...rest,
      ...(copyMode !== selection.copyMode && { copyMode }),
      ...(fallback && { fallback }),
      ...(redial && { redial }),
      ...(sendLater && { sendLater }),
    },
    takenBack,
    appointments: await countTicked(client, selection),
    groups: opened.map(({ id, name }) => ({ id, name })),
    ...(await chosenContacts(client, selection, row.audience.contacts)),
  };
}

type Group = { id: string; name: string; people: TypedPerson[] };

/** The groups of an audience that are still there. Served by the key of contact_group. */
async function readGroups(
  client: PoolClient,
  accountId: string,
  { groups = [] }: Audience,
): Promise<Group[]> {
  const { rows } = await client.query<Group>(
    `select id, name, members -> 'people' as people from contact_group
      where account_id = $1 and id = any ($2::uuid[]) order by lower(name)`,
    [accountId, groups],
  );
  return rows;
}

/** An audience as it was asked for: who is in a group that is still there does not stand beside it, too. */
function withoutGrouped(audience: Audience, opened: readonly Group[]): Audience {
  const grouped = new Set(opened.flatMap(({ people }) => people.map((one) => JSON.stringify(one))));
  return {
    ...audience,
    people: audience.people.filter((one) => !grouped.has(JSON.stringify(one))),
  };
}

/** Served by appointment_agenda or the primary key. */
async function countTicked(client: PoolClient, selection: Selection): Promise<number> {
  if (selection.appointments === null) return 0;
  const statement = new Statement();
  const account = statement.add(selection.account.id, 'uuid');
  const { rows } = await client.query<{ n: number }>(
    `select count(*) as n from appointment a
      where a.account_id = ${account} and ${tickedCondition(statement, selection)}`,
    statement.values,
  );
  return rows[0]?.n ?? 0;
}

/** Of those who were chosen as such. Served by contact_search, contact_tag's key or the primary key. */
async function chosenContacts(
  client: PoolClient,
  selection: Selection,
  contacts: ChosenContacts | undefined,
): Promise<Pick<WrittenAgain, 'contacts' | 'contactsMatching'>> {
  if (contacts === undefined) return { contacts: [], contactsMatching: 0 };
  const isNamed = 'includeIds' in contacts;
  const statement = new Statement();
  const account = statement.add(selection.account.id, 'uuid');
  const chosen = { ...selection, contacts: [contacts], recipients: null };
  const condition = chosenCondition(statement, chosen);
  const { rows } = await client.query<{ n: number; contacts: WrittenAgain['contacts'] }>(
    `select count(*) as n,
            coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name, c.id)
                       filter (where ${isNamed}), '[]') as contacts
       from contact c
      where c.account_id = ${account} and ${condition}`,
    statement.values,
  );
  return { contacts: rows[0]?.contacts ?? [], contactsMatching: rows[0]?.n ?? 0 };
}
