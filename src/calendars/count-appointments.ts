import type { AppointmentFilter } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';
import { appointmentCondition } from './appointment-filter.ts';
import { searchPatterns } from './search-text.ts';

/**
 * How many appointments match a filter, inside a transaction of the account (asAccount). Days are days of
 * the account's zone. Served by what serves the filter.
 */
export async function countAppointments(
  client: Queryable,
  account: { id: string; timeZone: string },
  { text = '', ...filter }: AppointmentFilter,
): Promise<number> {
  const condition = appointmentCondition(filter, account, 1);
  const patterns = searchPatterns(text);
  const isSearch = patterns.length > 0;
  const statement = new Statement();
  statement.values.push(...condition.values);
  const source = isSearch
    ? `appointments_like(${statement.add(patterns, 'text[]')})`
    : 'appointment';
  const own = statement.add(account.id, 'uuid');
  const { rows } = await client.query<{ matching: number }>(
    `select count(*)::int as matching from ${source} a where a.account_id = ${own} and ${condition.sql}`,
    statement.values,
  );
  return rows[0]?.matching ?? 0;
}
