import { type Selection, tickedCondition } from '../audience/candidates.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';

const FREEZE = sqlFile(import.meta.url, './sql/freeze-ticked.sql');
const NEXT = sqlFile(import.meta.url, './sql/next-chunk.sql');

/** Appointments that are taken in one transaction. */
export const TAKING_CHUNK = 5_000;

/** Appointments whose people are written in one transaction; with the last of them, those typed in. */
export type TakingChunk = { number: number; isLast: boolean };

/**
 * Notes for a broadcast which appointments are ticked now, in chunks of `size`. From then on an import
 * may move them in time or out of the filter: these are the ones whose people are told.
 */
export async function freezeTicked(
  client: Queryable,
  broadcastId: string,
  selection: Selection,
  size: number,
): Promise<void> {
  const statement = new Statement();
  const parts = {
    account: statement.add(selection.account.id, 'uuid'),
    broadcast: statement.add(broadcastId, 'uuid'),
    size: statement.add(size, 'int'),
    ticked: tickedCondition(statement, selection),
  };
  await client.query(fillSql(FREEZE, parts), statement.values);
}

/** The first chunk that is not written yet. */
export async function nextChunk(
  client: Queryable,
  broadcastId: string,
  selection: Selection,
): Promise<TakingChunk> {
  const key = [selection.account.id, broadcastId];
  const read = async () => (await client.query<TakingChunk>(NEXT, key)).rows[0];
  const found = await read();
  if (found) return found;
  // A release that froze none was stopped while it took this broadcast.
  await freezeTicked(client, broadcastId, selection, TAKING_CHUNK);
  const frozen = await read();
  if (!frozen) throw new Error('freezing makes one chunk at least');
  return frozen;
}

/** The condition that `appointment a` is of a chunk: 5,000 ids that this process need not carry to and fro. */
export function chunkCondition(
  statement: Statement,
  accountId: string,
  broadcastId: string,
  { number }: TakingChunk,
): string {
  return `a.id = any ((select c.appointment_ids from taking_chunk c
    where c.account_id = ${statement.add(accountId, 'uuid')}
      and c.broadcast_id = ${statement.add(broadcastId, 'uuid')}
      and c.number = ${statement.add(number, 'int')})::uuid[])`;
}

/** A chunk is written and needed no more. */
export async function forgetChunk(
  client: Queryable,
  accountId: string,
  broadcastId: string,
  { number }: TakingChunk,
): Promise<void> {
  await client.query(
    'delete from taking_chunk where account_id = $1 and broadcast_id = $2 and number = $3',
    [accountId, broadcastId, number],
  );
}
