import type { AppointmentFilter } from '../contract/appointment.ts';
import type { Statement } from '../platform/statement.ts';
import { appointmentCondition } from './appointment-filter.ts';
import { searchPatterns } from './search-text.ts';

/**
 * All appointments that match a filter: the SQL source, to be called `a`, and the condition on it, which names the
 * account; their values are added to the statement. Served by what serves the filter.
 */
export function matchingAppointments(
  statement: Statement,
  account: { id: string; timeZone: string },
  { text = '', ...filter }: AppointmentFilter,
): { source: string; condition: string } {
  const own = statement.add(account.id, 'uuid');
  const { sql, values } = appointmentCondition(filter, account, statement.values.length + 1);
  statement.values.push(...values);
  const patterns = searchPatterns(text);
  return {
    source:
      patterns.length > 0
        ? `appointments_like(${statement.add(patterns, 'text[]')})`
        : 'appointment',
    condition: `a.account_id = ${own} and ${sql}`,
  };
}
