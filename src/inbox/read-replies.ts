import type { Channel } from '../contract/channel.ts';
import type { InboundMeaning } from '../contract/inbound.ts';
import type { Queryable } from '../platform/database.ts';

/** What somebody answered. */
export type ReadReply = {
  id: string;
  channel: Channel;
  address: string;
  text: string;
  meaning: InboundMeaning;
  receivedAt: string;
  /** The message that it answers. */
  deliveryId: string | null;
};

/**
 * The newest answers of each address on these channels, so many of each, newest first. Served by
 * inbound_address; `client` is the engine's, as comparing enums finds no index under row-level security.
 */
export async function readReplies(
  client: Queryable,
  accountId: string,
  addresses: readonly string[],
  limit = 20,
): Promise<ReadReply[]> {
  const { rows } = await client.query<ReadReply>(
    `select i.id, i.channel, i.address, i.text, i.meaning, iso(i.received_at) as "receivedAt",
            i.delivery_id as "deliveryId"
       from unnest($2::text[]) a (address)
       cross join unnest(enum_range(null::channel)) c (channel)
       cross join lateral (
         select * from inbound i
          where i.account_id = $1 and i.channel = c.channel and i.address = a.address
          order by i.id desc limit $3) i
      order by i.id desc`,
    [accountId, addresses, limit],
  );
  return rows;
}

/**
 * What somebody on an appointment answered: from the number and mailbox that the calendar has, and from those that
 * messages went to. Served by the primary keys and delivery_subject's; `client` as above.
 */
export async function repliesOfParticipant(
  client: Queryable,
  accountId: string,
  participantId: string,
): Promise<ReadReply[]> {
  const { rows } = await client.query<{ address: string }>(
    `select distinct written.address
       from (select unnest(array[p.phone, p.email]) as address
               from participant p where p.account_id = $1 and p.id = $2
             union all
             select d.address from delivery_subject s join delivery d on d.account_id = $1 and d.id = s.delivery_id
              where s.account_id = $1 and s.participant_id = $2) known
      cross join lateral unnest(array[known.address, lower(known.address)]) written (address)
      where written.address is not null`,
    [accountId, participantId],
  );
  return readReplies(
    client,
    accountId,
    rows.map(({ address }) => address),
  );
}
