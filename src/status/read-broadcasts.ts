import type { Broadcast, BroadcastList } from '../contract/broadcast.ts';
import type { Channel } from '../contract/channel.ts';
import { NO_COUNTS } from '../contract/no-counts.ts';
import type { Outcome } from '../contract/outcome.ts';
import { QUIET_COUNTED } from '../contract/quiet-counted.ts';
import { type AccountSender, withSender } from '../message/mail-sender.ts';
import type { Queryable } from '../platform/database.ts';
import { containing } from '../platform/like-pattern.ts';
import { sqlFile } from '../platform/sql-file.ts';

const BROADCASTS = sqlFile(import.meta.url, './sql/broadcasts.sql');

/** Which broadcasts a list shows. */
export type BroadcastQuery = {
  folder?: 'appointments' | 'other' | undefined;
  state?: 'scheduled' | 'sending' | 'sent' | undefined;
  text?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

type Row = Omit<Broadcast, 'counts' | 'byChannel' | 'total' | 'keys'> & {
  keys: Partial<Broadcast['keys']>;
  sender: AccountSender | null;
  counted: { channel: Channel; outcome: Outcome; n: number }[];
};

/** A page of broadcasts, newest first; `cursor` is the id of the last one seen (ids are ordered by time). */
export async function listBroadcasts(
  client: Queryable,
  accountId: string,
  query: BroadcastQuery,
): Promise<BroadcastList> {
  const { rows } = await client.query<Row>(BROADCASTS, [
    accountId,
    null,
    query.folder ?? null,
    query.state ?? null,
    query.text ? containing(query.text) : null,
    isId(query.cursor) ? query.cursor : null,
    query.limit + 1,
    QUIET_COUNTED,
  ]);
  const items = rows.slice(0, query.limit).map(toBroadcast);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** One broadcast with its counts; null where there is none of that id in the account. */
export async function readBroadcast(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<Broadcast | null> {
  const { rows } = await client.query<Row>(BROADCASTS, [
    accountId,
    id,
    null,
    null,
    null,
    null,
    1,
    QUIET_COUNTED,
  ]);
  return rows[0] ? toBroadcast(rows[0]) : null;
}

/** A cursor that is none of ours begins at the start, as in every list. */
function isId(cursor: string | undefined): boolean {
  return cursor !== undefined && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(cursor);
}

function toBroadcast({ counted, sender, content, ...row }: Row): Broadcast {
  const counts = { ...NO_COUNTS };
  const channels = new Map<Channel, Record<Outcome, number>>();
  for (const { channel, outcome, n } of counted) {
    counts[outcome] += n;
    const own = channels.get(channel) ?? { ...NO_COUNTS };
    own[outcome] += n;
    channels.set(channel, own);
  }
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return {
    ...row,
    content: withSender(content, sender ?? undefined),
    keys: { confirm: 0, call_back: 0, opt_out: 0, ...row.keys },
    total: all - counts.left_out,
    counts,
    byChannel: [...channels].map(([channel, own]) => ({ channel, counts: own })),
  };
}
