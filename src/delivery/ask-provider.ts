import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { ListedMessage, Provider, QueryOutcome } from '../providers/provider.ts';
import { type BroadcastText, renderFor } from './broadcast-text.ts';
import type { Doubt, DueLane } from './lane.ts';
import { matchListing, spanOf } from './match-listing.ts';

const HELD_REFS = sqlFile(import.meta.url, './sql/held-refs.sql');

/** Asks for a message by its reference. */
export function askByReference(
  provider: Provider,
  lane: DueLane,
  doubt: Doubt,
): Promise<QueryOutcome> {
  return provider.query(doubt.attemptId, lane.accountId);
}

/** Looks for a message in what the provider lists for its address; `text` is its broadcast's. */
export async function askByListing(
  client: Queryable,
  provider: Provider,
  lane: DueLane,
  doubt: Doubt,
  text: BroadcastText,
): Promise<QueryOutcome> {
  const { accountId, channel } = lane;
  const sought = { ...doubt, text: renderFor(text, channel, doubt.fields).text };
  const listed = await provider.list({
    accountId,
    channel,
    address: doubt.address,
    ...spanOf(sought),
  });
  const messages = listed.outcome === 'listed' ? listed.messages : [];
  const held = await heldRefs(client, accountId, doubt, messages);
  return matchListing(sought, listed, (ref) => held.has(ref));
}

async function heldRefs(
  client: Queryable,
  accountId: string,
  doubt: Doubt,
  messages: readonly ListedMessage[],
): Promise<Set<string>> {
  const refs = messages.map(({ ref }) => ref);
  const values = [accountId, doubt.providerId, refs, doubt.attemptId];
  const { rows } = await client.query<{ ref: string }>(HELD_REFS, values);
  return new Set(rows.map(({ ref }) => ref));
}
