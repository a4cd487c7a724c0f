import type { Appointment } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { CalendarEvent } from './calendar.ts';
import type { PersonDraft } from './extract-people.ts';

const AWAITED = sqlFile(import.meta.url, './sql/awaited-participants.sql');

/** A participant as it is stored. */
export type StoredPerson = PersonDraft & { id: string };

/** An appointment as it is stored, but for its people. */
export type KnownAppointment = Omit<CalendarEvent, 'attendees'> & {
  calendarId: string;
  isTypedIn: boolean;
  /** What its calendar says, where a person said otherwise. */
  overruled: Appointment['status'] | null;
};

/**
 * Locks an appointment and reads it; null where there is none. Until the transaction ends, nothing new is
 * scheduled about it or its people.
 */
export async function lockAppointment(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<KnownAppointment | null> {
  const { rows } = await client.query<KnownAppointment>(
    `select a.uid, a.instance, a.title, a.description, a.location, a.starts_at as "startsAt",
            a.ends_at as "endsAt", a.time_zone as "timeZone", a.all_day as "allDay", a.status,
            a.calendar_id as "calendarId", a.overruled,
            exists (select from typed_appointment t
                     where t.account_id = $1 and t.appointment_id = a.id) as "isTypedIn"
       from appointment a
      where a.account_id = $1 and a.id = $2
        for update of a`,
    [accountId, id],
  );
  return rows[0] ?? null;
}

/** The people of an appointment in their order. */
export async function storedPeople(
  client: Queryable,
  accountId: string,
  appointmentId: string,
): Promise<StoredPerson[]> {
  const { rows } = await client.query<StoredPerson>(
    `select id, name, first_name as "firstName", last_name as "lastName", phone, email,
            invalid_address as "invalidAddress", person_key as "personKey"
       from participant where account_id = $1 and appointment_id = $2 order by position`,
    [accountId, appointmentId],
  );
  return rows;
}

/** Those of some participants about whom a message is still to go out, or may be on its way. */
export async function awaitedAmong(
  client: Queryable,
  accountId: string,
  participantIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string }>(AWAITED, [
    accountId,
    participantIds,
  ]);
  return rows;
}
