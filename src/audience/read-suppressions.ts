import type { z } from 'zod';
import type { SuppressionPage, suppressionQuery } from '../contract/suppression.ts';
import type { Queryable } from '../platform/database.ts';
import { containing } from '../platform/like-pattern.ts';

type Query = z.infer<typeof suppressionQuery>;
type Row = SuppressionPage['items'][number] & { key: string };

/**
 * A page of the list of whom not to contact, newest first. Served by suppression_newest; a search looks
 * at each address of the account. `client` is the engine's: neither comparing enums nor searching text
 * finds an index under row-level security.
 */
export async function listSuppressions(
  client: Queryable,
  accountId: string,
  { channel, reason, text, cursor, limit }: Omit<Query, 'cursor'> & { cursor?: string | undefined },
): Promise<SuppressionPage> {
  const { rows } = await client.query<Row>(
    `select channel, address, reason, note, iso(created_at) as "recordedAt", recorded_by as "recordedBy",
            concat_ws('|', created_at, channel, address) as key
       from suppression
      where account_id = $1
        and ($2::channel is null or channel = $2)
        and ($3::suppression_reason is null or reason = $3)
        and ($4::text is null or address ilike $4)
        and ($5::timestamptz is null or created_at < $5
             or created_at = $5 and (channel, address) > ($6::channel, $7::text))
      order by created_at desc, channel, address limit $8`,
    [
      accountId,
      channel ?? null,
      reason ?? null,
      text ? containing(text) : null,
      ...(readCursor(cursor) ?? [null, null, null]),
      limit + 1,
    ],
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ key: _, ...item }) => item),
    next: last ? Buffer.from(last.key).toString('base64url') : null,
  };
}

/** A cursor that is none of ours begins at the start. */
function readCursor(cursor: string | undefined): readonly string[] | null {
  const key = Buffer.from(cursor ?? '', 'base64url').toString();
  return (
    /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00)\|(sms|email|voice)\|(.+)$/
      .exec(key)
      ?.slice(1) ?? null
  );
}
