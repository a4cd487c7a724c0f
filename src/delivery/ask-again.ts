import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { DueLane } from './lane.ts';

const ASK_AGAIN = sqlFile(import.meta.url, './sql/ask-again.sql');

/**
 * Where quiet hours were changed, or set aside for this broadcast, readies whoever waits for them, to
 * be judged anew. The lane is told so (schedule/ask-waiters-again.ts) and forgets it only when all are
 * ready: a crash on the way leaves nobody waiting.
 */
export async function askAgain(client: Queryable, lane: DueLane, now: Date): Promise<void> {
  const key = [lane.accountId, lane.id];
  const { rows } = await client.query<{ version: number | null }>(
    'select asks_again as version from lane where account_id = $1 and id = $2',
    key,
  );
  const version = rows[0]?.version ?? null;
  if (version === null) return;
  let readied = 1;
  while (readied > 0) readied = (await client.query(ASK_AGAIN, [...key, now])).rowCount ?? 0;
  await client.query(
    'update lane set asks_again = null where account_id = $1 and id = $2 and asks_again = $3',
    [...key, version],
  );
}
