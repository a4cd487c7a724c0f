import type { Queryable } from '../platform/database.ts';
import { type LineType, numberFacts } from '../platform/number-facts.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { PersonDraft } from './extract-people.ts';
import { type KnownDraft, type KnownParticipant, matchParticipants } from './match-participants.ts';

const WRITE = sqlFile(import.meta.url, './sql/write-participants.sql');

/** An appointment that was added or changed, with the people whom it has now. */
export type Peopled = { appointmentId: string; people: readonly KnownDraft[] };

/** Writes the people of appointments; those who were on one before keep their ids. Returns all ids. */
export async function writeParticipants(
  client: Queryable,
  accountId: string,
  appointments: readonly Peopled[],
): Promise<string[]> {
  const known = await knownParticipants(client, accountId, appointments);
  const rows: object[] = [];
  const goneIds: string[] = [];
  const keptIds: string[] = [];
  for (const { appointmentId, people } of appointments) {
    const matching = matchParticipants(known.get(appointmentId) ?? [], people);
    goneIds.push(...matching.goneIds);
    for (const [position, person] of matching.people.entries()) {
      if (person.id !== null) keptIds.push(person.id);
      rows.push({ ...person, ...phoneFacts(person), appointment_id: appointmentId, position });
    }
  }
  if (goneIds.length > 0) await remove(client, accountId, goneIds);
  if (keptIds.length > 0) await makeRoom(client, accountId, keptIds);
  if (rows.length === 0) return [];
  const written = await client.query<{ id: string }>(WRITE, [accountId, JSON.stringify(rows)]);
  return written.rows.map(({ id }) => id);
}

/** Said by the numbering plan, so that the plan of a broadcast can ask for it in SQL. */
function phoneFacts({ phone }: PersonDraft): {
  phoneCountry: string | null;
  phoneIsPremium: boolean;
  phoneLine: LineType | null;
} {
  if (phone === null) return { phoneCountry: null, phoneIsPremium: false, phoneLine: null };
  const { country, isPremium, line } = numberFacts(phone);
  return { phoneCountry: country, phoneIsPremium: isPremium, phoneLine: line };
}

async function knownParticipants(
  client: Queryable,
  accountId: string,
  appointments: readonly Peopled[],
): Promise<Map<string, KnownParticipant[]>> {
  const { rows } = await client.query<KnownParticipant & { appointmentId: string }>(
    `select id, appointment_id as "appointmentId", person_key as "personKey"
       from participant where account_id = $1 and appointment_id = any ($2::uuid[])
      order by appointment_id, position`,
    [accountId, appointments.map((a) => a.appointmentId)],
  );
  return Map.groupBy(rows, (row) => row.appointmentId);
}

async function remove(client: Queryable, accountId: string, ids: readonly string[]): Promise<void> {
  await client.query('delete from participant where account_id = $1 and id = any ($2::uuid[])', [
    accountId,
    ids,
  ]);
}

/** Positions are unique: those who stay step aside before they take their new ones. */
async function makeRoom(
  client: Queryable,
  accountId: string,
  ids: readonly string[],
): Promise<void> {
  await client.query(
    'update participant set position = -1 - position where account_id = $1 and id = any ($2::uuid[])',
    [accountId, ids],
  );
}
