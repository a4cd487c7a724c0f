import type { Channel } from '../contract/channel.ts';
import type { ConsentPage } from '../contract/consent.ts';
import type { Queryable } from '../platform/database.ts';

/**
 * What an address agreed to and took back, newest first, on one channel or all. Served by the primary
 * key; `cursor` is the number of the last one seen.
 */
export async function readConsents(
  client: Queryable,
  accountId: string,
  query: {
    channels: readonly Channel[];
    address: string;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<ConsentPage> {
  const { channels, address, cursor, limit } = query;
  const { rows } = await client.query<ConsentPage['items'][number] & { id: number }>(
    `select id, channel, address, state, basis, source, words, detail,
            iso(recorded_at) as "recordedAt", recorded_by as "recordedBy"
       from consent
      where account_id = $1 and channel = any ($2::channel[]) and address = lower($3)
        and ($4::bigint is null or id < $4)
      order by id desc limit $5`,
    [
      accountId,
      channels,
      address,
      /^\d{1,15}$/.test(cursor ?? '') ? Number(cursor) : null,
      limit + 1,
    ],
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ id: _, ...item }) => item),
    next: last ? String(last.id) : null,
  };
}
