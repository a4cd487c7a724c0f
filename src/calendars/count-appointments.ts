import type { AppointmentFilter } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';
import { matchingAppointments } from './matching-appointments.ts';

/**
 * How many appointments match a filter, inside a transaction of the account (asAccount). Days are days of
 * the account's zone. Served by what serves the filter.
 */
export async function countAppointments(
  client: Queryable,
  account: { id: string; timeZone: string },
  filter: AppointmentFilter,
): Promise<number> {
  const statement = new Statement();
  const { source, condition } = matchingAppointments(statement, account, filter);
  const { rows } = await client.query<{ matching: number }>(
    `select count(*)::int as matching from ${source} a where ${condition}`,
    statement.values,
  );
  return rows[0]?.matching ?? 0;
}
