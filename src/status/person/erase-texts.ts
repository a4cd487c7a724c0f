import { searchText } from '../../calendars/search-text.ts';
import type { Queryable } from '../../platform/database.ts';
import { foldText } from '../../platform/fold-text.ts';
import { nationalDigits } from '../../platform/phone-number.ts';
import { blanker, blankIn } from './blank-text.ts';
import { coarse, mentions } from './mentions.ts';
import type { Traces } from './traces.ts';

type AppointmentText = {
  id: string;
  title: string;
  description: string;
  location: string;
  fields: unknown;
};

/** Appointments that are theirs, and those that may name them: $2 participants, $3 and $4 as mentions() has them. */
const NAMING = `from appointment a
       left join (select distinct appointment_id as id from participant
                   where account_id = $1 and id = any ($2::uuid[])) o on o.id = a.id
      where a.account_id = $1 and (o.id is not null or ${mentions("a.title || ' ' || a.location || ' ' || a.description")})`;

function valuesOf(accountId: string, traces: Traces): unknown[] {
  const { ownNames, ownAddresses, participantIds, otherIds } = traces;
  return [accountId, [...participantIds, ...otherIds], ...coarse(ownNames, ownAddresses)];
}

/**
 * Locks the appointments that will be changed, before their people and the door: in this order whoever changes
 * an appointment locks. One that is being changed just now makes it busy (55P03).
 */
export async function lockAppointments(
  client: Queryable,
  accountId: string,
  traces: Traces,
): Promise<void> {
  await client.query(
    `select a.id ${NAMING} order by a.id for no key update of a nowait`,
    valuesOf(accountId, traces),
  );
}

/**
 * Blanks a person in what calendars say: on their own appointments by every name, elsewhere by the full
 * names and addresses that nobody else has. Returns how many appointments it changed. The hash of what the
 * calendar said stays, so that importing the same again brings nothing back.
 */
export async function eraseFromAppointments(
  client: Queryable,
  accountId: string,
  traces: Traces,
): Promise<number> {
  const { names, ownNames, ownAddresses, sharedAddresses } = traces;
  const { rows } = await client.query<AppointmentText & { isTheirs: boolean }>(
    `select a.id, a.title, a.description, a.location, a.fields, o.id is not null as "isTheirs" ${NAMING}`,
    valuesOf(accountId, traces),
  );
  const theirs = blanker(names, [...ownAddresses, ...sharedAddresses]);
  const others = blanker(ownNames, ownAddresses);
  const changed = rows.flatMap(({ isTheirs, ...said }) => {
    const blank = isTheirs ? theirs : others;
    const { id } = said;
    const now = {
      id,
      title: blank(said.title),
      description: blank(said.description),
      location: blank(said.location),
      fields: blankIn(said.fields, blank),
    };
    const isSame =
      now.title === said.title &&
      now.description === said.description &&
      now.location === said.location;
    return isSame && !isTheirs ? [] : [now];
  });
  await writeAppointments(client, accountId, changed);
  return changed.length;
}

/** The same in titles, texts and audiences of messages, whose typed people are blanked by name too. */
export async function eraseFromBroadcasts(
  client: Queryable,
  accountId: string,
  { names, ownNames, ownAddresses, sharedAddresses }: Traces,
): Promise<void> {
  type Row = { id: string; title: string; content: unknown; audience: { people?: unknown } };
  const everyName = [...new Set([...ownNames, ...names])];
  const { rows } = await client.query<Row>(
    `select b.id, b.title, b.content, b.audience from broadcast b
      where b.account_id = $1 and ${mentions("b.title || ' ' || b.content::text || ' ' || b.audience::text", 2)}
      order by b.id for no key update`,
    [accountId, ...coarse(everyName, [...ownAddresses, ...sharedAddresses])],
  );
  const blank = blanker(ownNames, ownAddresses);
  const blankTyped = blanker(names, [...ownAddresses, ...sharedAddresses]);
  const isNamed = new Set(names.map(foldText));
  for (const { id, title, content, audience } of rows) {
    const people = Array.isArray(audience.people) ? audience.people : [];
    const typed = people.map((person: { name?: string }) =>
      blankIn(person, isNamed.has(foldText(person.name ?? '')) ? blankTyped : blank),
    );
    await client.query(
      `update broadcast set title = $3, content = $4, audience = $5 where account_id = $1 and id = $2`,
      [
        ...[accountId, id, blank(title), JSON.stringify(blankIn(content, blank))],
        JSON.stringify({ ...Object(blankIn(audience, blank)), people: typed }),
      ],
    );
  }
}

/** The same in saved texts. */
export async function eraseFromTemplates(
  client: Queryable,
  accountId: string,
  { ownNames, ownAddresses }: Traces,
): Promise<void> {
  const { rows } = await client.query<{ id: string; content: unknown }>(
    `select t.id, t.content from template t
      where t.account_id = $1 and ${mentions('t.content::text', 2)} order by t.id for no key update`,
    [accountId, ...coarse(ownNames, ownAddresses)],
  );
  const blank = blanker(ownNames, ownAddresses);
  for (const { id, content } of rows) {
    await client.query('update template set content = $3 where account_id = $1 and id = $2', [
      ...[accountId, id, JSON.stringify(blankIn(content, blank))],
    ]);
  }
}

async function writeAppointments(
  client: Queryable,
  accountId: string,
  changed: readonly AppointmentText[],
): Promise<void> {
  const { rows } = await client.query<{
    id: string;
    people: { name: string; phone: string | null; email: string | null }[];
  }>(
    `select a.id, coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'phone', p.phone, 'email', p.email)
                                             order by p.position)
                              from participant p where p.account_id = $1 and p.appointment_id = a.id), '[]') as people
       from unnest($2::uuid[]) a (id)`,
    [accountId, changed.map(({ id }) => id)],
  );
  const peopleOf = new Map(rows.map(({ id, people }) => [id, people]));
  const drafts = changed.map((said) => ({
    ...said,
    search_text: searchText({
      ...said,
      people: (peopleOf.get(said.id) ?? []).map((person) => ({
        ...person,
        dialled: person.phone === null ? '' : nationalDigits(person.phone),
      })),
    }),
  }));
  await client.query(
    `update appointment a
        set title = d.title, description = d.description, location = d.location, fields = d.fields,
            search_text = d.search_text
       from jsonb_to_recordset($2::jsonb) d (
              id uuid, title text, description text, location text, fields jsonb, search_text text)
      where a.account_id = $1 and a.id = d.id`,
    [accountId, JSON.stringify(drafts)],
  );
}
