import { chosenCondition, type Selection, tickedCondition } from '../audience/candidates.ts';
import { meantRecipients } from '../audience/former-recipients.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';

const FREEZE = sqlFile(import.meta.url, './sql/freeze-ticked.sql');
const FREEZE_SOME = sqlFile(import.meta.url, './sql/freeze-some.sql');
const FREEZE_CONTACTS = sqlFile(import.meta.url, './sql/freeze-contacts.sql');
const NEXT = sqlFile(import.meta.url, './sql/next-chunk.sql');

/** Appointments, or contacts, that are taken in one transaction. */
export const TAKING_CHUNK = 5_000;

/** Appointments whose people, or contacts who, are written in one transaction; with the last of them, those typed in. */
export type TakingChunk = { number: number; isLast: boolean };

/**
 * Notes for a broadcast which appointments are ticked and which contacts chosen now, in chunks of `size`. From then on an import
 * may move them in time or out of the filter: these are the ones whose people are told.
 */
export async function freezeTicked(
  client: Queryable,
  broadcastId: string,
  selection: Selection,
  size: number,
): Promise<void> {
  const { account, contacts, recipients } = selection;
  const freeze = async (sql: string, condition: typeof tickedCondition) => {
    const statement = new Statement();
    const former = recipients && `with ${meantRecipients(statement, account.id, recipients)}\n`;
    const parts = {
      account: statement.add(account.id, 'uuid'),
      broadcast: statement.add(broadcastId, 'uuid'),
      size: statement.add(size, 'int'),
      condition: condition(statement, selection),
    };
    await client.query(`${former ?? ''}${fillSql(sql, parts)}`, statement.values);
  };
  await freeze(recipients === null ? FREEZE : FREEZE_SOME, tickedCondition);
  if (contacts.length > 0 || recipients !== null) await freeze(FREEZE_CONTACTS, chosenCondition);
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

/**
 * The conditions that `appointment a` and `contact c` are of a chunk, and who is meant of appointments that
 * are not for all: ids that this process need not carry to and fro.
 */
export function chunkConditions(
  statement: Statement,
  accountId: string,
  broadcastId: string,
  { number }: TakingChunk,
): { ticked: string; contacts: string; participants: string } {
  const [account, broadcast, place] = [
    statement.add(accountId, 'uuid'),
    statement.add(broadcastId, 'uuid'),
    statement.add(number, 'int'),
  ];
  const ids = (column: string) => `any ((select k.${column} from taking_chunk k
    where k.account_id = ${account} and k.broadcast_id = ${broadcast} and k.number = ${place})::uuid[])`;
  return {
    ticked: `a.id = ${ids('appointment_ids')}`,
    contacts: `c.id = ${ids('contact_ids')}`,
    participants: `former_participant as materialized (
  select p.id, p.appointment_id from participant p
   where p.account_id = ${account} and p.id = ${ids('participant_ids')}
)`,
  };
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
