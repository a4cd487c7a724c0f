import { noteAddressCrossed } from '../account/crossing.ts';
import { shutDoor } from '../account/door-lock.ts';
import type { Channel } from '../contract/channel.ts';
import type { SuppressionReason } from '../contract/suppression.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const SUPPRESS = sqlFile(import.meta.url, './sql/suppress.sql');
const SUPPRESS_WAITING = sqlFile(import.meta.url, './sql/suppress-waiting.sql');

/** Whom not to contact any more, and why. */
export type Suppression = {
  channel: Channel;
  /** In its one form: E.164, or a mailbox as readEmailAddress gives it. */
  address: string;
  reason: SuppressionReason;
  /** Why, in the words of whoever added it. */
  note?: string;
  /** The person here who added it; absent: it came by itself. */
  recordedBy?: string;
};

/**
 * Stops everything to an address on a channel: once the transaction has committed, no attempt is
 * opened for it. What was to go to it is suppressed at once, and what is on the wire by then is marked
 * as crossed with the STOP. False where it was on the list for this reason or a graver one.
 */
export async function suppress(
  client: Queryable,
  clock: Clock,
  accountId: string,
  { channel, address, reason, note = '', recordedBy = '' }: Suppression,
): Promise<boolean> {
  await shutDoor(client, accountId);
  const now = clock.now();
  const { rowCount } = await client.query(SUPPRESS, [
    accountId,
    channel,
    [address],
    reason,
    [note],
    recordedBy,
    now,
  ]);
  await client.query(SUPPRESS_WAITING, [accountId, channel, [address], now]);
  await noteAddressCrossed(client, accountId, channel, address);
  return (rowCount ?? 0) > 0;
}
