import { shutDoor } from '../account/door-lock.ts';
import type { Channel } from '../contract/channel.ts';
import type { ConsentSource } from '../contract/consent.ts';
import type { SuppressionReason } from '../contract/suppression.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';
import { currentConsent, recordConsent } from './record-consent.ts';
import { suppress } from './suppress.ts';

/** Somebody who wants no more of it. */
export type OptOut = {
  channel: Channel;
  /** In its one form: E.164, or a mailbox as readEmailAddress gives it. */
  address: string;
  /** How we know. */
  source: ConsentSource;
  /** What they said or pressed, word for word; for a link, what it was called. */
  words: string;
  /** Where it is another than the source tells: by a link they unsubscribed, else it is their STOP. */
  reason?: SuppressionReason;
  /** What else proves it. */
  detail?: string;
  /** The person here who noted it; absent: it was noted by itself. */
  recordedBy?: string;
};

/**
 * Obeys an opt-out, in the caller's transaction: takes the door of the account, notes that the consent
 * ended, and suppresses the address on this channel. Once the transaction has committed no attempt is
 * opened for it, and what waited for it has left the counts of those who wait. Called again it changes
 * nothing and notes nothing. False where the address was on the list already, for this reason or a graver one.
 *
 *     await asEngine(database, (client) => recordOptOut(client, clock, accountId, {
 *       channel: 'email', address: 'ana@example.com', source: 'link', words: 'Unsubscribe' }));
 */
export async function recordOptOut(
  client: Queryable,
  clock: Clock,
  accountId: string,
  optOut: OptOut,
): Promise<boolean> {
  const { channel, address, source, words, detail = '', recordedBy = '' } = optOut;
  const reason = optOut.reason ?? (source === 'link' ? 'unsubscribed' : 'stop');
  await shutDoor(client, accountId);
  const isNew = await suppress(client, clock, accountId, { channel, address, reason, recordedBy });
  const known = await currentConsent(client, accountId, optOut);
  if (!isNew && known?.state === 'revoked') return false;
  await recordConsent(client, clock, accountId, {
    channel,
    address,
    state: 'revoked',
    basis: 'explicit',
    source,
    words,
    detail,
    recordedBy,
  });
  return isNew;
}
