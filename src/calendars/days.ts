import type { AppointmentFilter, DayOfAgenda } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import { appointmentCondition } from './appointment-filter.ts';
import { searchPatterns } from './search-text.ts';

const DAYS = sqlFile(import.meta.url, './sql/days.sql');

/**
 * The days from `from` to `to` that have appointments under a filter, in order, with how many; inside a
 * transaction of the account (asAccount). Days are days of the account's zone.
 */
export async function countDays(
  client: Queryable,
  account: { id: string; timeZone: string },
  { text = '', ...filter }: AppointmentFilter & { from: string; to: string },
): Promise<DayOfAgenda[]> {
  const statement = new Statement();
  const condition = appointmentCondition(filter, account, 1);
  statement.values.push(...condition.values);
  const patterns = searchPatterns(text);
  const isSearch = patterns.length > 0;
  const sql = fillSql(DAYS, {
    zone: statement.add(account.timeZone, 'text'),
    from: statement.add(filter.from, 'date'),
    to: statement.add(filter.to, 'date'),
    source: isSearch ? `appointments_like(${statement.add(patterns, 'text[]')})` : 'appointment',
    condition: condition.sql,
  });
  const { rows } = await client.query<DayOfAgenda>(sql, statement.values);
  return rows;
}
