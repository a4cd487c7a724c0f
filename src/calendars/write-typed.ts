import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { type AppointmentDraft, draftOf } from './appointment-draft.ts';
import type { CalendarEvent } from './calendar.ts';
import { matchContacts } from './match-contacts.ts';
import type { KnownDraft } from './match-participants.ts';
import { writeParticipants } from './write-participants.ts';

const UPSERT = sqlFile(import.meta.url, './sql/upsert-appointments.sql');

/**
 * Writes an appointment with its people as an import does: those who were on it keep their ids, and all are
 * matched with contacts. Returns its id; null where nothing is other than it was.
 */
export async function writeTyped(
  client: Queryable,
  accountId: string,
  calendarId: string,
  event: Omit<CalendarEvent, 'attendees'>,
  people: readonly KnownDraft[],
): Promise<string | null> {
  const plain = people.map(({ participantId: _, ...person }) => person);
  const { people: __, labels: ___, ...columns }: AppointmentDraft = draftOf(event, plain);
  const { rows } = await client.query<{ id: string }>(UPSERT, [
    accountId,
    calendarId,
    JSON.stringify([columns]),
  ]);
  const [row] = rows;
  if (!row) return null;
  const written = await writeParticipants(client, accountId, [{ appointmentId: row.id, people }]);
  await matchContacts(client, accountId, written);
  return row.id;
}

/** Locks a calendar as an import into it does; false where there is none of that id. */
export async function lockCalendar(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from calendar where account_id = $1 and id = $2 for update',
    [accountId, id],
  );
  return rowCount === 1;
}
