import type { Channel } from '../contract/channel.ts';
import type { Crossing } from '../contract/delivery.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const CROSS_BROADCAST = sqlFile(import.meta.url, './sql/cross-broadcast.sql');
const CROSS_ADDRESS = sqlFile(import.meta.url, './sql/cross-address.sql');

/**
 * Notes that attempts of a broadcast were on the wire when it was paused or taken back. Called after
 * the door was shut, in the same transaction: nothing is opened until that commits.
 */
export async function noteBroadcastCrossed(
  client: Queryable,
  accountId: string,
  broadcastId: string,
  crossed: Crossing,
): Promise<void> {
  await client.query(CROSS_BROADCAST, [accountId, broadcastId, crossed]);
}

/** The same for attempts to addresses, when their STOP came. */
export async function noteAddressesCrossed(
  client: Queryable,
  accountId: string,
  channel: Channel,
  addresses: readonly string[],
): Promise<void> {
  const crossed: Crossing = 'stop';
  await client.query(CROSS_ADDRESS, [accountId, channel, addresses, crossed]);
}
