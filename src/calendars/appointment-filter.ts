import type { AppointmentFilter } from '../contract/appointment.ts';
import { searchPatterns } from './search-text.ts';

/** A condition on `appointment a`, with the values of its parameters in order. */
export type AppointmentCondition = { sql: string; values: unknown[] };

/**
 * The SQL condition for a filter on `appointment a`, its parameters counted from `firstParameter`.
 * Days are days of `zone` (IANA), both ends included; served by the indexes appointment_agenda,
 * appointment_search and participant_ambiguous. Where `filter.text` is given, the transaction must have set `headsup.account`,
 * whatever its role: the search function looks in that account alone.
 */
export function appointmentCondition(
  filter: AppointmentFilter,
  zone: string,
  firstParameter: number,
): AppointmentCondition {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${firstParameter - 1 + values.push(value)}`;
  const conditions: string[] = [];
  if (filter.from !== undefined) {
    conditions.push(`a.starts_at >= ${midnight(parameter(filter.from), parameter(zone), 0)}`);
  }
  if (filter.to !== undefined) {
    conditions.push(`a.starts_at < ${midnight(parameter(filter.to), parameter(zone), 1)}`);
  }
  if (filter.calendarId !== undefined) {
    conditions.push(`a.calendar_id = ${parameter(filter.calendarId)}::uuid`);
  }
  if (filter.match !== undefined) {
    // In one line, as a comment of the statement names it too.
    conditions.push(
      `exists (select from participant q where q.account_id = a.account_id and q.appointment_id = a.id and q.match_state = 'ambiguous')`,
    );
  }
  const patterns = searchPatterns(filter.text ?? '');
  if (patterns.length > 0) {
    conditions.push(
      `a.id = any ((select appointment_matching(${parameter(patterns)}::text[]))::uuid[])`,
    );
  }
  return { sql: conditions.length > 0 ? conditions.join(' and ') : 'true', values };
}

function midnight(day: string, zone: string, daysLater: number): string {
  return `(${day}::date + ${daysLater})::timestamp at time zone ${zone}::text`;
}
