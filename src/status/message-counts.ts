import type { MessageCounts } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';

/** The Messages column of the appointments on the screen: a count each for them and their participants. */
export type MessageColumn = {
  ofAppointment(id: string): MessageCounts;
  ofParticipant(id: string): MessageCounts;
};

type Row = { id: string; is_appointment: boolean } & MessageCounts;
const NONE: MessageCounts = { scheduled: 0, sent: 0, failed: 0, uncertain: 0 };

/** Named, so that a connection plans it once: planning takes as long as counting does, on every page. */
const COUNTS = {
  name: 'message-counts',
  text: `with message as (
     select distinct s.appointment_id, s.participant_id, d.id, outcome_of(d.state) as outcome
       from delivery_subject s
       join delivery d on d.account_id = $1 and d.id = s.delivery_id
      where s.account_id = $1 and s.appointment_id = any ($2::uuid[])),
   counted as (
     select participant_id as id, false as is_appointment, outcome, count(*) as n
       from message group by participant_id, outcome
     union all
     select appointment_id, true, outcome, count(distinct id) from message group by appointment_id, outcome)
   select id, is_appointment,
          coalesce(sum(n) filter (where outcome = 'waiting'), 0)::int as scheduled,
          coalesce(sum(n) filter (where outcome in ('sending', 'with_carrier', 'delivered')), 0)::int as sent,
          coalesce(sum(n) filter (where outcome in ('not_delivered', 'left_out')), 0)::int as failed,
          coalesce(sum(n) filter (where outcome = 'not_sure'), 0)::int as uncertain
     from counted group by id, is_appointment`,
};

/**
 * Counts the messages behind a page of appointments, through delivery_subject_appointment. A message
 * that stands for two participants of an appointment counts once for it, and once for each of them.
 */
export async function countMessages(
  client: Queryable,
  accountId: string,
  appointmentIds: readonly string[],
): Promise<MessageColumn> {
  const { rows } = await client.query<Row>({ ...COUNTS, values: [accountId, appointmentIds] });
  const byId = new Map(
    rows.map(({ id, is_appointment, ...counts }) => [`${is_appointment}${id}`, counts]),
  );
  return {
    ofAppointment: (id) => byId.get(`true${id}`) ?? NONE,
    ofParticipant: (id) => byId.get(`false${id}`) ?? NONE,
  };
}
