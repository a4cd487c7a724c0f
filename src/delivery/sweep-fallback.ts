import type { Pool } from 'pg';
import type { Channel } from '../contract/channel.ts';
import { requiredPaths } from '../message/required-paths.ts';
import { inTransaction } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { readBroadcastText } from './broadcast-text.ts';
import type { DueLane } from './lane.ts';
import type { LaneTools } from './lane-tools.ts';

const SWEEP = sqlFile(import.meta.url, './sql/fallback-sweep.sql');
/** Any number, the same in every process; it keeps these locks apart from others. */
const TURN = `select pg_advisory_xact_lock(7316210, hashtext($1))`;
/** Deliveries, and as many of those left out, that are decided in one transaction. */
const BATCH = 1_000;

/**
 * Makes the deliveries of a fallback's lane for whom the channel before it did not reach; `reporting`:
 * the providers that report what became of a message on that channel, whose silence therefore tells.
 * Batch by batch, each one transaction, taking turns with other workers: a crash loses nothing, and
 * whoever comes next goes on. A lane that goes first has nothing to sweep.
 */
export async function sweepFallback(
  { pool, clock, isStopping }: LaneTools,
  lane: DueLane,
  reporting: readonly string[],
): Promise<void> {
  if (lane.fallbackFor === null) return;
  const { compiled } = await readBroadcastText(pool, lane.accountId, lane.broadcastId);
  const required = requiredPaths(compiled, lane.channel);
  let decided = 1;
  while (decided > 0 && !isStopping()) {
    decided = await sweepOnce(pool, lane, clock.now(), reporting, required);
  }
}

/** The providers of an account that report what became of a message on a channel. */
export async function reportingProviders(
  { pool, providers }: LaneTools,
  accountId: string,
  channel: Channel | null,
): Promise<string[]> {
  if (channel === null) return [];
  const { rows } = await pool.query<{ id: string }>(
    'select id from provider where account_id = $1',
    [accountId],
  );
  const reporting: string[] = [];
  for (const { id } of rows) {
    const provider = await providers.providerOf(pool, accountId, id);
    if (provider?.capabilities(channel)?.receipts) reporting.push(id);
  }
  return reporting;
}

async function sweepOnce(
  pool: Pool,
  lane: DueLane,
  now: Date,
  reporting: readonly string[],
  required: readonly string[],
): Promise<number> {
  return inTransaction(pool, async (client) => {
    await client.query(TURN, [lane.id]);
    const { rows } = await client.query<{ decided: number }>({
      name: 'fallback-sweep',
      text: SWEEP,
      values: [lane.accountId, lane.id, now, reporting, required, BATCH],
    });
    return rows[0]?.decided ?? 0;
  });
}
