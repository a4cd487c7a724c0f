import type { PoolClient } from 'pg';
import type { Account } from '../account/account.ts';
import type { Channel } from '../contract/channel.ts';
import type { InboundMeaning } from '../contract/inbound.ts';
import type { Clock } from '../platform/clock.ts';
import { asEngine, type Database } from '../platform/database.ts';
import { give } from '../platform/signals.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { storableText } from '../platform/storable-text.ts';
import type { Inbound } from './inbound.ts';
import { readKeyword } from './keywords.ts';
import { obeyKeyword } from './obey-keyword.ts';
import { proposeOptOut } from './proposals.ts';

const NOTE = sqlFile(import.meta.url, './sql/note-reply.sql');
/** Characters kept of an answer. */
const LONGEST = 100_000;

/** What somebody answered, as a provider brought it. */
export type Reply = {
  providerId: string;
  /** The provider's id of it: the same one again is the same answer. */
  providerRef: string;
  channel: Channel;
  /** Who wrote, in its one form: E.164, or a mailbox as readEmailAddress gives it. */
  address: string;
  /** Which number or mailbox of ours they wrote to. */
  sentTo: string;
  text: string;
};

/** What was made of it. `isNew`: false where the provider brought it before. */
export type Received = { id: string; meaning: InboundMeaning; isNew: boolean };

/**
 * Takes in an answer, whoever brings it, in one transaction with all that follows from it: a STOP is
 * obeyed and confirmed, START and HELP are answered, and what sounds like an opt-out is laid before a
 * person. Brought again it does nothing.
 */
export async function receiveReply(
  database: Database,
  clock: Clock,
  account: Account,
  reply: Reply,
): Promise<Received> {
  const { broadcastId, ...received } = await asEngine(database, (client) =>
    takeIn(client, clock, account, reply),
  );
  if (received.isNew && received.meaning !== 'message') {
    await give(database.engine, { topic: 'work' });
  }
  if (broadcastId !== null) {
    await give(database.engine, { topic: 'broadcast', accountId: account.id, id: broadcastId });
  }
  return received;
}

async function takeIn(
  client: PoolClient,
  clock: Clock,
  account: Account,
  reply: Reply,
): Promise<Received & { broadcastId: string | null }> {
  const text = storableText(reply.text, LONGEST) ?? '';
  const { rows } = await client.query<{ id: string }>(
    `insert into inbound (account_id, provider_id, provider_ref, channel, address, sent_to, text, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (account_id, provider_id, provider_ref) do nothing
     returning id`,
    [
      account.id,
      reply.providerId,
      reply.providerRef,
      reply.channel,
      reply.address,
      reply.sentTo,
      text,
      clock.now(),
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) {
    return { ...(await knownReply(client, account.id, reply)), broadcastId: null };
  }
  const keyword = readKeyword(text);
  const inbound = { ...reply, id, text };
  const meaning = keyword
    ? await obeyKeyword(client, clock, account, inbound, keyword)
    : ('message' as const);
  if (meaning === 'message') {
    await proposeOptOut(client, clock, account.id, inbound);
  } else {
    await client.query('update inbound set meaning = $3 where account_id = $1 and id = $2', [
      account.id,
      id,
      meaning,
    ]);
  }
  const broadcastId = await noteReply(client, account.id, inbound);
  return { id, meaning, isNew: true, broadcastId };
}

/** The broadcast that it answers; null where none is known. */
async function noteReply(
  client: PoolClient,
  accountId: string,
  { id, channel, address }: Inbound,
): Promise<string | null> {
  const { rows } = await client.query<{ broadcastId: string }>(NOTE, [
    accountId,
    id,
    channel,
    address,
  ]);
  return rows[0]?.broadcastId ?? null;
}

async function knownReply(
  client: PoolClient,
  accountId: string,
  { providerId, providerRef }: Reply,
): Promise<Received> {
  const { rows } = await client.query<Omit<Received, 'isNew'>>(
    'select id, meaning from inbound where account_id = $1 and provider_id = $2 and provider_ref = $3',
    [accountId, providerId, providerRef],
  );
  const [row] = rows;
  if (!row) throw new Error('a reference that conflicts belongs to an answer');
  return { ...row, isNew: false };
}
