import type { AppointmentFilter, DayOfAgenda } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import { matchingAppointments } from './matching-appointments.ts';

const DAYS = sqlFile(import.meta.url, './sql/days.sql');

/**
 * The days from `from` to `to` that have appointments under a filter, in order, with how many; inside a
 * transaction of the account (asAccount). Days are days of the account's zone.
 */
export async function countDays(
  client: Queryable,
  account: { id: string; timeZone: string },
  filter: AppointmentFilter & { from: string; to: string },
): Promise<DayOfAgenda[]> {
  const statement = new Statement();
  const sql = fillSql(DAYS, {
    ...matchingAppointments(statement, account, filter),
    zone: statement.add(account.timeZone, 'text'),
    from: statement.add(filter.from, 'date'),
    to: statement.add(filter.to, 'date'),
  });
  const { rows } = await client.query<DayOfAgenda>(sql, statement.values);
  return rows;
}
