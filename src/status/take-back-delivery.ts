import { shutDoor } from '../account/door-lock.ts';
import type { Clock } from '../platform/clock.ts';
import { asEngineFor, type Database } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const TAKE_BACK = sqlFile(import.meta.url, './person/sql/take-back.sql');

/**
 * Takes back one delivery that waits, with the door shut as for a STOP; the others of its message go on. One of
 * which nothing else is left is taken back as a whole. False where it has gone out, or ended; where its whole message
 * was taken back, for another may stand for that; and where a ledger that is lost may have sent it.
 */
export async function takeBackDelivery(
  database: Database,
  clock: Clock,
  accountId: string,
  deliveryId: string,
): Promise<boolean> {
  return asEngineFor(database, accountId, async (client) => {
    await shutDoor(client, accountId);
    // The broadcast before its deliveries, as whoever moves it does.
    const { rows } = await client.query<{ id: string; state: string }>(
      `select b.id, b.state from delivery d join broadcast b on b.account_id = $1 and b.id = d.broadcast_id
        where d.account_id = $1 and d.id = $2
          for no key update of b`,
      [accountId, deliveryId],
    );
    const [message] = rows;
    if (!message || message.state === 'canceled') return false;
    const held = await client.query<{ waits: boolean }>(
      `select d.state in ('ready', 'claimed') and d.not_before >= coalesce(l.gap_until, '-infinity') as waits
         from delivery d join lane l on l.account_id = $1 and l.id = d.lane_id
        where d.account_id = $1 and d.id = $2 for no key update of d`,
      [accountId, deliveryId],
    );
    if (!held.rows[0]?.waits) return false;
    await client.query(TAKE_BACK, [accountId, [deliveryId], clock.now()]);
    // Whom its fallback is for has no delivery yet. Served by delivery_once and exclusion_watched.
    await client.query(
      `update broadcast b set state = 'canceled'
        where b.account_id = $1 and b.id = $2 and b.state = 'scheduled'
          and not exists (select from delivery d
                           where d.account_id = $1 and d.broadcast_id = $2 and d.state <> 'canceled')
          and not exists (select from exclusion e
                           where e.account_id = $1 and e.broadcast_id = $2 and e.is_watched)`,
      [accountId, message.id],
    );
    return true;
  });
}
