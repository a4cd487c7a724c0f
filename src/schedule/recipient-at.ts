import { candidates } from '../audience/candidates.ts';
import type { Channel } from '../contract/channel.ts';
import type { RecipientFields } from '../message/recipient-fields.ts';
import type { Queryable } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';
import { type Picked, pickedFields } from './picked-fields.ts';
import type { Composed } from './selection.ts';

/** One of those who would get something: on which channels, and with which fields. */
export type RecipientAt = {
  /** How many there are. */
  total: number;
  name: string;
  messages: { channel: Channel; address: string; fields: RecipientFields }[];
};

type Winner = Omit<RecipientAt, 'messages'> & {
  messages: (Picked & { channel: Channel; address: string })[];
};

/**
 * The recipient at `index`, in the order of sending; null where there are not so many, or where they
 * are taken away while this looks for them.
 */
export async function recipientAt(
  client: Queryable,
  { selection }: Composed,
  index: number,
): Promise<RecipientAt | null> {
  const statement = new Statement();
  const expressions = candidates(statement, selection);
  const { rows } = await client.query<Winner>(
    `with ${expressions}, winner as (
       select person_key, copy, min(at) as at, min(appointment_id::text) as appointment,
              min(position) as position, (array_agg(name))[1] as name,
              jsonb_agg(jsonb_build_object('channel', channel, 'address', address, 'person_key', person_key,
                          'appointment_id', appointment_id, 'position', position)
                        order by channel) as messages
         from candidate where rank = 1 group by person_key, copy)
     select name, messages, count(*) over () as total
       from winner order by at, appointment, position, person_key, copy
      limit 1 offset ${statement.add(index, 'int')}`,
    statement.values,
  );
  const [winner] = rows;
  if (!winner) return null;
  const found = await pickedFields(client, selection, winner.messages);
  const messages = winner.messages.flatMap(({ channel, address }, place) => {
    const fields = found[place];
    return fields ? [{ channel, address, fields }] : [];
  });
  return messages.length === 0 ? null : { ...winner, messages };
}
