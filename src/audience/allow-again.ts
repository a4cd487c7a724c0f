import { shutDoor } from '../account/door-lock.ts';
import type { Channel } from '../contract/channel.ts';
import type { SuppressionReason } from '../contract/suppression.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';
import { recordConsent } from './record-consent.ts';

/** What people did themselves with their phone or mailbox, and can undo the same way. */
const BY_THEMSELVES: readonly SuppressionReason[] = ['stop', 'unsubscribed'];

/** What nobody here may undo without the person's word. */
const NEEDS_THEIR_WORD: readonly SuppressionReason[] = [...BY_THEMSELVES, 'complaint', 'erased'];

/** An address on a channel. */
type Place = { channel: Channel; address: string };

/**
 * Takes off the list what a STOP or an unsubscribing put there, because the person sent a START. False
 * where nothing did; what another reason put there stays.
 */
export async function liftOwnStop(
  client: Queryable,
  accountId: string,
  { channel, address }: Place,
): Promise<boolean> {
  await shutDoor(client, accountId);
  const { rowCount } = await client.query(
    `delete from suppression
      where account_id = $1 and channel = $2 and address = lower($3) and reason = any ($4::suppression_reason[])`,
    [accountId, channel, address, BY_THEMSELVES],
  );
  return rowCount === 1;
}

/** What a person here knows of somebody who is to be contacted again. */
export type Removal = Place & {
  /** Whoever takes it off the list has been asked whether the person wants it. */
  isConfirmed: boolean;
  /** What the person said, word for word. */
  words: string;
  recordedBy: string;
};

/**
 * Takes an address off the list. needs_word: the person put it there, or complained; then it wants a
 * confirmation and their words, which are kept as evidence of their consent.
 */
export async function removeSuppression(
  client: Queryable,
  clock: Clock,
  accountId: string,
  { channel, address, isConfirmed, words, recordedBy }: Removal,
): Promise<'removed' | 'needs_word' | 'absent'> {
  await shutDoor(client, accountId);
  const { rows } = await client.query<{ reason: SuppressionReason }>(
    'select reason from suppression where account_id = $1 and channel = $2 and address = lower($3) for update',
    [accountId, channel, address],
  );
  const [row] = rows;
  if (!row) return 'absent';
  const isTheirs = NEEDS_THEIR_WORD.includes(row.reason);
  if (isTheirs && !(isConfirmed && words !== '')) return 'needs_word';
  await client.query(
    'delete from suppression where account_id = $1 and channel = $2 and address = lower($3)',
    [accountId, channel, address],
  );
  if (isTheirs) {
    await recordConsent(client, clock, accountId, {
      channel,
      address,
      state: 'granted',
      basis: 'explicit',
      source: 'typed',
      words,
      detail: `Taken off the list, where it stood for ${row.reason}`,
      recordedBy,
    });
  }
  return 'removed';
}
