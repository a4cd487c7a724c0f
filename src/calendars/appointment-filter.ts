import type { AppointmentFilter } from '../contract/appointment.ts';
import { deliveryState, type Outcome, outcomeOf } from '../contract/outcome.ts';
import { searchPatterns } from './search-text.ts';

/** A condition on `appointment a`, with the values of its parameters in order. */
export type AppointmentCondition = { sql: string; values: unknown[] };

const WENT: readonly Outcome[] = ['waiting', 'sending', 'with_carrier', 'delivered', 'not_sure'];
/**
 * The states, not what outcome_of makes of them: of a column the planner knows how often it says what; a call it
 * takes for rare, and looks up all messages for one page (350 ms instead of 2, measured).
 */
const MESSAGED = deliveryState.options
  .filter((state) => WENT.includes(outcomeOf[state]))
  .map((state) => `'${state}'`)
  .join(', ');

/**
 * The SQL condition for a filter on `appointment a`, its parameters counted from `firstParameter`.
 * Days are days of the account's zone, both ends included; served by the indexes appointment_agenda,
 * appointment_calendar, appointment_search, participant_ambiguous, participant_answer,
 * participant_no_answer and delivery_subject_appointment. Where `filter.text` is given, the transaction must have
 * set `headsup.account`, whatever its role: the search function looks in that account alone.
 */
export function appointmentCondition(
  filter: AppointmentFilter,
  account: { id: string; timeZone: string },
  firstParameter: number,
): AppointmentCondition {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${firstParameter - 1 + values.push(value)}`;
  const conditions: string[] = [];
  if (filter.from !== undefined) {
    conditions.push(
      `a.starts_at >= ${midnight(parameter(filter.from), parameter(account.timeZone), 0)}`,
    );
  }
  if (filter.to !== undefined) {
    conditions.push(
      `a.starts_at < ${midnight(parameter(filter.to), parameter(account.timeZone), 1)}`,
    );
  }
  if (filter.calendarId !== undefined) {
    conditions.push(`a.calendar_id = ${parameter(filter.calendarId)}::uuid`);
  }
  if (filter.calendarIds !== undefined) {
    conditions.push(`a.calendar_id = any (${parameter(filter.calendarIds)}::uuid[])`);
  }
  if (filter.answer !== undefined) {
    const said =
      filter.answer === 'none'
        ? 'q.answer is null'
        : `q.answer = ${parameter(filter.answer)}::participant_answer`;
    conditions.push(
      `exists (select from participant q where q.account_id = ${parameter(account.id)}::uuid and q.appointment_id = a.id and ${said})`,
    );
  }
  if (filter.messaged !== undefined) {
    conditions.push(
      `${filter.messaged === 'no' ? 'not ' : ''}exists (select from delivery_subject s join delivery d on d.account_id = s.account_id and d.id = s.delivery_id where s.account_id = ${parameter(account.id)}::uuid and s.appointment_id = a.id and d.state in (${MESSAGED}))`,
    );
  }
  if (filter.match !== undefined) {
    // They are few: looked up first, whatever the planner thinks of an account of which it knows little
    // (45,000 of 100,000, measured, where there were 270). In one line, as a comment of the statement names it too.
    conditions.push(
      `a.id = any (array(select q.appointment_id from participant q where q.account_id = ${parameter(account.id)}::uuid and q.match_state = 'ambiguous'))`,
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

/** SQL for when a day begins in a zone, or the one after it; both are parameters. */
export function midnight(day: string, zone: string, daysLater: 0 | 1): string {
  return `(${day}::date + ${daysLater})::timestamp at time zone ${zone}::text`;
}
