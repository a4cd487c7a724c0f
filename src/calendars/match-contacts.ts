import { createHash } from 'node:crypto';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const MATCH = sqlFile(import.meta.url, './sql/match-contacts.sql');
const TOUCHED = sqlFile(import.meta.url, './sql/touched-participants.sql');
/** Participants a statement. */
const BATCH = 5_000;
/** Any number, the same in every process; it keeps these locks apart from others. */
const CLASS = 7_316_210;

/**
 * Says of participants which contact they are (sql/match-contacts.sql has the rules), at the end of the
 * transaction that wrote them. Until that commits, no other transaction of the account matches: so of a
 * contact and a participant that come at the same time, the later one sees the other.
 */
export async function matchContacts(
  client: Queryable,
  accountId: string,
  participantIds: readonly string[],
): Promise<void> {
  await lockMatching(client, accountId);
  const { rowCount } = await client.query('select from contact where account_id = $1 limit 1', [
    accountId,
  ]);
  if (rowCount === 0) return forgetCandidates(client, accountId, participantIds);
  await planByKey(client, true);
  for (let at = 0; at < participantIds.length; at += BATCH) {
    await client.query(MATCH, [accountId, participantIds.slice(at, at + BATCH)]);
  }
  await planByKey(client, false);
}

/** Without a contact there is nobody to choose from any more; served by participant_ambiguous. */
async function forgetCandidates(
  client: Queryable,
  accountId: string,
  participantIds: readonly string[],
): Promise<void> {
  await client.query(
    `update participant set match_state = 'none'
      where account_id = $1 and match_state = 'ambiguous' and id = any ($2::uuid[])`,
    [accountId, participantIds],
  );
}

/**
 * The participants whose match may change with these contacts, to be matched once they were written; asked before
 * and after it, since a contact may give up what it was found by. Locks matching.
 */
export async function touchedBy(
  client: Queryable,
  accountId: string,
  contactIds: readonly string[],
): Promise<string[]> {
  await lockMatching(client, accountId);
  await planByKey(client, true);
  const { rows } = await client.query<{ id: string }>(TOUCHED, [accountId, contactIds]);
  await planByKey(client, false);
  return rows.map(({ id }) => id);
}

/** One transaction of an account matches at a time; a statement of its own, so that the next ones see what was committed. */
export async function lockMatching(client: Queryable, accountId: string): Promise<void> {
  const key = createHash('sha256').update(accountId).digest().readInt32BE();
  await client.query('select pg_advisory_xact_lock($1, $2)', [CLASS, key]);
}

/**
 * Has the next statements of the transaction look everything up by its key. Right after a large import, of which
 * statistics know nothing yet, the planner would read all contacts anew for each participant: minutes for 5,000.
 */
async function planByKey(client: Queryable, isByKey: boolean): Promise<void> {
  await client.query(`select set_config(name, $1, true) from unnest($2::text[]) name`, [
    isByKey ? 'off' : 'on',
    ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_bitmapscan'],
  ]);
}
