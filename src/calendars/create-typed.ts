import { createHash, randomUUID } from 'node:crypto';
import type { AppointmentInput } from '../contract/typed-appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { openOwnCalendar } from './open-own-calendar.ts';
import { readTypedPeople } from './typed-people.ts';
import { type Home, noCalendar, type TypedSaved } from './typed-saved.ts';
import { readTimes, whatIsWrong } from './typed-times.ts';
import { lockCalendar, writeTyped } from './write-typed.ts';

/**
 * Makes an appointment that was typed in, inside a transaction of the account. The same key makes one only;
 * whatever is wrong is told at once, and nothing is written then.
 */
export async function createTyped(
  client: Queryable,
  home: Home,
  input: AppointmentInput,
  { key, by }: { key: string; by: string },
): Promise<TypedSaved> {
  const times = readTimes(input.times, home.timeZone);
  const read = readTypedPeople(input.people, home.country);
  if ('problems' in times || 'problems' in read) return whatIsWrong(times, read);
  const { title, location, calendarId = await openOwnCalendar(client, home.id) } = input;
  // Behind this lock one of two calls with the same key sees what the other made.
  if (!(await lockCalendar(client, home.id, calendarId))) return noCalendar;
  const hash = createHash('sha256').update(JSON.stringify(input)).digest();
  const known = await madeBefore(client, home.id, key, hash);
  if (known) return known;
  const event = {
    ...{ uid: `typed-${randomUUID()}`, instance: '', title, location, description: '' },
    ...times,
    status: 'confirmed' as const,
  };
  const id = await writeTyped(client, home.id, calendarId, event, read.people);
  if (id === null) throw new Error('an appointment with a new name is there already');
  const { rowCount } = await client.query(
    `insert into typed_appointment (account_id, appointment_id, idempotency_key, request_hash, typed_by)
     values ($1, $2, $3, $4, $5) on conflict (account_id, idempotency_key) do nothing`,
    [home.id, id, key, hash, by],
  );
  if (rowCount === 1) return { id, isNew: true };
  // At the same moment the key was used for another calendar.
  await client.query('delete from appointment where account_id = $1 and id = $2', [home.id, id]);
  return { refused: 'key_reused' };
}

async function madeBefore(
  client: Queryable,
  accountId: string,
  key: string,
  hash: Buffer,
): Promise<TypedSaved | null> {
  const { rows } = await client.query<{ id: string; same: boolean }>(
    `select appointment_id as id, request_hash = $3 as same from typed_appointment
      where account_id = $1 and idempotency_key = $2`,
    [accountId, key, hash],
  );
  const [row] = rows;
  if (!row) return null;
  return row.same ? { id: row.id, isNew: false } : { refused: 'key_reused' };
}
