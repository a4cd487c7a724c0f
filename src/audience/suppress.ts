import { noteAddressesCrossed } from '../account/crossing.ts';
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
  { address, note = '', ...rest }: Suppression,
): Promise<boolean> {
  const many = { ...rest, entries: [{ address, note }] };
  return (await suppressMany(client, clock, accountId, many)) > 0;
}

/** Several addresses at once, for one reason. */
type Suppressions = Omit<Suppression, 'address' | 'note'> & {
  entries: readonly { address: string; note: string }[];
};

/** The same for several addresses; how many were not on the list for this reason or a graver one. */
export async function suppressMany(
  client: Queryable,
  clock: Clock,
  accountId: string,
  { channel, reason, entries, recordedBy = '' }: Suppressions,
): Promise<number> {
  await shutDoor(client, accountId);
  const now = clock.now();
  const addresses = entries.map(({ address }) => address);
  const notes = entries.map(({ note }) => note);
  const put = [accountId, channel, addresses, reason, notes, recordedBy, now];
  const { rowCount } = await client.query(SUPPRESS, put);
  await client.query(SUPPRESS_WAITING, [accountId, channel, addresses, now]);
  await noteAddressesCrossed(client, accountId, channel, addresses);
  return rowCount ?? 0;
}
