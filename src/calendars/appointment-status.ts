import type { Appointment } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { lockAppointment } from './known-appointment.ts';
import { releaseChanged } from './release-changed.ts';

const WAS_MESSAGED = sqlFile(import.meta.url, './sql/was-messaged.sql');

/**
 * Says whether an appointment takes place, inside a transaction of the account. Of one that comes from a
 * calendar this holds until the calendar says something else of it. False where there is none.
 */
export async function setStatus(
  client: Queryable,
  accountId: string,
  id: string,
  status: Appointment['status'],
): Promise<boolean> {
  const known = await lockAppointment(client, accountId, id);
  if (!known) return false;
  if (known.status === status) return true;
  const ofCalendar = known.overruled ?? known.status;
  const overruled = known.isTypedIn || ofCalendar === status ? null : ofCalendar;
  await client.query(
    `update appointment set status = $3, overruled = $4, changed_at = now()
      where account_id = $1 and id = $2`,
    [accountId, id, status, overruled],
  );
  await releaseChanged(client, accountId, [id]);
  return true;
}

/** Removes an appointment that was typed in by mistake: one about which nothing was sent, nor is to be. */
export async function removeTyped(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<'removed' | 'missing' | 'not_typed_in' | 'was_messaged'> {
  const known = await lockAppointment(client, accountId, id);
  if (!known) return 'missing';
  if (!known.isTypedIn) return 'not_typed_in';
  const { rowCount } = await client.query(WAS_MESSAGED, [accountId, id]);
  if (rowCount !== 0) return 'was_messaged';
  await client.query('delete from appointment where account_id = $1 and id = $2', [accountId, id]);
  return 'removed';
}
