import type { LastReply } from '../contract/inbound.ts';
import type { Queryable } from '../platform/database.ts';

/** So much of an answer is shown in a line. */
const SHOWN = 200;

type Row = LastReply & { of: string };

const REPLY = `i.channel, left(i.text, ${SHOWN}) as text, iso(i.received_at) as "receivedAt"`;

/** What was answered last to each of these messages, by delivery. Served by inbound_delivery. */
export async function lastRepliesTo(
  client: Queryable,
  accountId: string,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, LastReply>> {
  const { rows } = await client.query<Row>(
    `select distinct on (i.delivery_id) i.delivery_id as of, ${REPLY}
       from inbound i
      where i.account_id = $1 and i.delivery_id = any ($2::uuid[])
      order by i.delivery_id, i.id desc`,
    [accountId, deliveryIds],
  );
  return byWhat(rows);
}

/** Named, so that a connection plans it once: it is asked for with every page of the agenda. */
const ABOUT = {
  name: 'last-replies-about',
  text: `select distinct on (s.participant_id) s.participant_id as of, ${REPLY}
     from delivery_subject s
     join inbound i on i.account_id = $1 and i.delivery_id = s.delivery_id
    where s.account_id = $1 and s.appointment_id = any ($2::uuid[])
    order by s.participant_id, i.id desc`,
};

/**
 * What was answered last to messages about these appointments, by the participant for whom the message stood. Served
 * by delivery_subject_appointment and inbound_delivery.
 */
export async function lastRepliesAbout(
  client: Queryable,
  accountId: string,
  appointmentIds: readonly string[],
): Promise<ReadonlyMap<string, LastReply>> {
  const { rows } = await client.query<Row>({ ...ABOUT, values: [accountId, appointmentIds] });
  return byWhat(rows);
}

function byWhat(rows: readonly Row[]): ReadonlyMap<string, LastReply> {
  return new Map(rows.map(({ of, ...reply }) => [of, reply]));
}
