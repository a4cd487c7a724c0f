import type { Account } from '../account/account.ts';
import { candidates } from '../audience/candidates.ts';
import type { Channel } from '../contract/channel.ts';
import type { Preview } from '../contract/plan.ts';
import { readMergeConstants, type Writer } from '../message/merge-constants.ts';
import { mergeScope } from '../message/merge-scope.ts';
import type { RecipientFields } from '../message/recipient-fields.ts';
import { renderMessage } from '../message/render-message.ts';
import { smsSegments } from '../message/sms-segments.ts';
import type { Queryable } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';
import type { Composed } from './selection.ts';

type PreviewRow = {
  total: number;
  name: string;
  messages: { channel: Channel; address: string; fields: RecipientFields }[];
};

/**
 * What the recipient at `index` (in the order of sending) would get; null where nobody gets anything.
 * `unsubscribe` stands for the link under an email that has one.
 */
export async function previewBroadcast(
  client: Queryable,
  account: Account,
  writer: Writer,
  composed: Composed,
  index: number,
  unsubscribe?: string,
): Promise<Preview | null> {
  const statement = new Statement();
  const expressions = candidates(statement, composed.selection);
  const { rows } = await client.query<PreviewRow>(
    `with ${expressions}, winner as (
       select person_key, copy, min(at) as at, min(appointment_id::text) as appointment,
              min(position) as position, (array_agg(name))[1] as name,
              jsonb_agg(jsonb_build_object('channel', channel, 'address', address, 'fields', fields)
                        order by channel) as messages
         from candidate where rank = 1 group by person_key, copy)
     select name, messages, count(*) over () as total
       from winner order by at, appointment, position, person_key, copy
      limit 1 offset ${statement.add(index, 'int')}`,
    statement.values,
  );
  const [row] = rows;
  if (!row) return null;
  const constants = await readMergeConstants(client, account.id, writer);
  return {
    index,
    total: row.total,
    name: row.name,
    messages: row.messages.map(({ channel, address, fields }) => {
      const { email, ...message } = renderMessage(
        composed.compiled,
        channel,
        mergeScope(fields, constants),
        composed.compiled.messages[channel]?.unsubscribe ? unsubscribe : undefined,
      );
      return {
        channel,
        address,
        ...message,
        ...(email ? { html: email.html } : {}),
        ...(channel === 'sms' ? { sms: smsSegments(message.text) } : {}),
      };
    }),
  };
}
