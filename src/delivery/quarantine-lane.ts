import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { DueLane } from './lane.ts';
import type { LaneTools } from './lane-tools.ts';
import { canList, firstAsking, windowEnd } from './settle-time.ts';

const QUARANTINE = sqlFile(import.meta.url, './sql/quarantine-lane.sql');
const DOUBT_AGAIN = sqlFile(import.meta.url, './sql/doubt-again.sql');

/**
 * Puts in doubt what a lane may have sent while the ledger was elsewhere, in bounded parts, each a
 * commit of its own: a crash in between leaves the rest for the next visit, and nothing of it is
 * claimed before. Without a gap, or any provider by which something could have been sent, nothing.
 */
export async function quarantineLane(tools: LaneTools, lane: DueLane): Promise<void> {
  const { pool, clock, providers } = tools;
  const { accountId, id, gapUntil } = lane;
  if (gapUntil === null) return;
  const ids = await providerIds(pool, lane);
  const [providerId] = ids;
  if (providerId === undefined) return;
  const provider = await providers.providerOf(pool, accountId, providerId);
  const capabilities = provider?.capabilities(lane.channel);
  const now = clock.now();
  const asking = capabilities ? firstAsking(capabilities, now) : null;
  await pool.query(DOUBT_AGAIN, [accountId, id, gapUntil, asking]);
  const windowUntil = capabilities ? windowEnd(capabilities, gapUntil) : gapUntil;
  // Where another provider may have carried it, the list of one proves nothing.
  const listing = capabilities && canList(capabilities) && ids.length === 1 ? asking : null;
  const values = [accountId, id, gapUntil, now, providerId, windowUntil, listing];
  let moved = 1;
  while (moved > 0 && !tools.isStopping()) {
    moved = (await pool.query(QUARANTINE, values)).rowCount ?? 0;
    tools.changed(lane);
  }
}

/** Who carries the channel, in order; else whoever could have. */
async function providerIds(client: Queryable, lane: DueLane): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select p.id from provider p
       left join channel_provider c on c.account_id = $1 and c.provider_id = p.id and c.channel = $2
      where p.account_id = $1 and (c.provider_id is not null or not exists (
              select from channel_provider o where o.account_id = $1 and o.channel = $2))
      order by c.position, p.created_at`,
    [lane.accountId, lane.channel],
  );
  return rows.map(({ id }) => id);
}
