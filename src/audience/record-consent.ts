import { shutDoor } from '../account/door-lock.ts';
import type { Channel } from '../contract/channel.ts';
import type { ConsentBasis, ConsentSource, ConsentState } from '../contract/consent.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';

/** What somebody agreed to or took back, and how we know. */
export type ConsentEvidence = {
  channel: Channel;
  /** In its one form: E.164, or a mailbox as readEmailAddress gives it. */
  address: string;
  state: ConsentState;
  basis: ConsentBasis;
  source: ConsentSource;
  /** What was shown to them or said by them, word for word. */
  words: string;
  detail: string;
  /** The person here who noted it; empty: it was noted by itself. */
  recordedBy: string;
};

/**
 * Adds to the history of an address on a channel what holds from now on. Under the shut door, so that
 * the last row is the last word, and no attempt is opened by an older one once this has committed.
 */
export async function recordConsent(
  client: Queryable,
  clock: Clock,
  accountId: string,
  { channel, address, state, basis, source, words, detail, recordedBy }: ConsentEvidence,
): Promise<void> {
  await shutDoor(client, accountId);
  await client.query(
    `insert into consent (account_id, channel, address, state, basis, source, words, detail, recorded_at, recorded_by)
     values ($1, $2, lower($3), $4, $5, $6, $7, $8, $9, $10)`,
    [accountId, channel, address, state, basis, source, words, detail, clock.now(), recordedBy],
  );
}

/** The last word of an address on a channel; null: nothing was noted. Served by the primary key. */
export async function currentConsent(
  client: Queryable,
  accountId: string,
  { channel, address }: Pick<ConsentEvidence, 'channel' | 'address'>,
): Promise<Pick<ConsentEvidence, 'state' | 'basis'> | null> {
  const { rows } = await client.query<Pick<ConsentEvidence, 'state' | 'basis'>>(
    `select state, basis from consent
      where account_id = $1 and channel = $2 and address = lower($3) order by id desc limit 1`,
    [accountId, channel, address],
  );
  return rows[0] ?? null;
}
