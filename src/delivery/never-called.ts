import { inTransaction } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { type Answer, answerOfNoCall } from './answer.ts';
import type { ClaimedDelivery, DueLane, OpenedAttempt } from './lane.ts';
import type { LaneTools } from './lane-tools.ts';

const NEVER_CALLED = sqlFile(import.meta.url, './sql/never-called.sql');

/** In order of their ids, as everywhere. It waits for a commit that is still under way. */
const LOCK = `select from unnest($2::uuid[]) as k (id) join delivery d on d.account_id = $1 and d.id = k.id
               order by d.id for no key update of d`;

const WHY = /*i18n*/ 'Was not handed over: the connection to the database broke.';

/**
 * What a tick opened whose commit went through, though the word of it was lost: nobody was called for
 * these, which is proof enough to let them go again, and nobody but the holder of the claim can know it.
 * `deliveries`: those that the tick was to open, of which no earlier attempt is under way.
 */
export async function neverCalled(
  { pool, clock }: Pick<LaneTools, 'pool' | 'clock'>,
  lane: DueLane,
  deliveries: readonly Pick<ClaimedDelivery, 'id' | 'claimId'>[],
): Promise<Answer[]> {
  const attempts = await inTransaction(pool, async (client) => {
    const ids = deliveries.map(({ id }) => id);
    await client.query(LOCK, [lane.accountId, ids]);
    const values = [lane.accountId, ids, deliveries.map(({ claimId }) => claimId)];
    return (await client.query<OpenedAttempt>(NEVER_CALLED, values)).rows;
  });
  return attempts.map((one) => answerOfNoCall(one, WHY, clock.now()));
}
