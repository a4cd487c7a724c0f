import type { Pool, QueryConfig, QueryResult } from 'pg';
import { onConnection } from './database.ts';

const BEGIN: QueryConfig = { name: 'begin', text: 'begin' };
/** After a statement that failed it rolls back. */
const COMMIT: QueryConfig = { name: 'commit', text: 'commit' };

/**
 * A transaction whose statements are sent together, without waiting for one another, over a pool that
 * pipelines: one trip to the server instead of one for each. Each sees what was committed when its own
 * turn came (read committed). Returns their results in order; where one fails, nothing of it is done,
 * those after it are not run, and its error is thrown.
 */
export function inOneTrip(pool: Pool, statements: readonly QueryConfig[]): Promise<QueryResult[]> {
  return onConnection(pool, async (client) => {
    const ended = await Promise.allSettled(
      [BEGIN, ...statements, COMMIT].map((statement) => client.query(statement)),
    );
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    const results = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    return results.slice(1, -1);
  });
}
