import { noteAddressCrossed } from '../account/crossing.ts';
import { shutDoor } from '../account/door-lock.ts';
import type { Channel } from '../contract/channel.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';

/**
 * Stops everything to an address on a channel: once the transaction has committed, no attempt is
 * opened for it. What is on the wire by then is marked as crossed with the STOP.
 */
export async function suppress(
  client: Queryable,
  clock: Clock,
  accountId: string,
  { channel, address, reason }: { channel: Channel; address: string; reason: string },
): Promise<void> {
  await shutDoor(client, accountId);
  await client.query(
    `insert into suppression (account_id, channel, address, reason, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [accountId, channel, address, reason, clock.now()],
  );
  await noteAddressCrossed(client, accountId, channel, address);
}
