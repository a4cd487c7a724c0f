import type { Channel } from '../contract/channel.ts';
import type { Queryable } from '../platform/database.ts';

/** Whether an address is on the list of whom not to contact on a channel. */
export async function isSuppressed(
  client: Queryable,
  accountId: string,
  { channel, address }: { channel: Channel; address: string },
): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from suppression where account_id = $1 and channel = $2 and address = lower($3)',
    [accountId, channel, address],
  );
  return rowCount === 1;
}
