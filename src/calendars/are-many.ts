import type { AppointmentFilter } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';

/** From so many on, a page is soon full by looking at one appointment after another. */
const MANY = 5_000;

/**
 * Whether so many people answered as a filter asks, or are behind messages, that its first appointments are found
 * by walking on in order of time; else all that match are better looked up first. Without such a filter: true.
 * Counted no further than it takes, in participant_answer, participant_no_answer and delivery_subject_appointment.
 */
export async function areMany(
  client: Queryable,
  accountId: string,
  { answer, messaged }: Pick<AppointmentFilter, 'answer' | 'messaged'>,
): Promise<boolean> {
  const statement = new Statement();
  const account = statement.add(accountId, 'uuid');
  const groups: string[] = [];
  if (answer !== undefined) {
    const said =
      answer === 'none'
        ? 'answer is null'
        : `answer = ${statement.add(answer, 'participant_answer')}`;
    groups.push(`select from participant where account_id = ${account} and ${said}`);
  }
  // Those without a message are nearly all, or whoever is left when all have been told: walked either way.
  if (messaged === 'yes') groups.push(`select from delivery_subject where account_id = ${account}`);
  if (groups.length === 0) return true;
  const { rows } = await client.query<{ least: number }>(
    `select least(${groups.map((group) => `(select count(*) from (${group} limit ${MANY}) counted)`).join(', ')})::int as least`,
    statement.values,
  );
  return (rows[0]?.least ?? 0) === MANY;
}
