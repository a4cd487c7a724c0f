import type { PoolClient } from 'pg';
import type { Clock } from '../platform/clock.ts';
import { sqlFile } from '../platform/sql-file.ts';

const LOCK_DELIVERIES = sqlFile(import.meta.url, './sql/lock-unbegun.sql');

/** A broadcast that waits for its time. */
export type Unbegun = {
  state: 'taking' | 'scheduled';
  /** Who gets it is worked out when it goes out. */
  isLate: boolean;
  validMinutes: number;
};

/**
 * Holds a broadcast that was scheduled for later and has not begun, for the rest of the transaction: no
 * worker claims anything of it meanwhile. null where there is no such one, or its time has come. While its
 * recipients are being written it waits for the chunk under way. What may have been sent by a ledger that is
 * lost counts as begun.
 */
export async function lockUnbegun(
  client: PoolClient,
  clock: Clock,
  accountId: string,
  broadcastId: string,
): Promise<Unbegun | null> {
  const key = [accountId, broadcastId];
  const { rows } = await client.query<Unbegun & { sendAt: Date; hasGap: boolean }>(
    `select state, take_at is not null as "isLate", valid_minutes as "validMinutes", send_at as "sendAt",
            exists (select from lane l
                     where l.account_id = $1 and l.broadcast_id = $2 and l.gap_until > b.send_at) as "hasGap"
       from broadcast b
      where account_id = $1 and id = $2 and state in ('taking', 'scheduled') and send_at_wall is not null
        for no key update`,
    key,
  );
  const [locked] = rows;
  if (!locked || locked.hasGap || locked.sendAt <= clock.now()) return null;
  const found = await client.query<{ hasBegun: boolean }>(LOCK_DELIVERIES, key);
  return found.rows[0]?.hasBegun ? null : locked;
}
