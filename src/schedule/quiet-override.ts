import { shutDoor } from '../account/door-lock.ts';
import type { Clock } from '../platform/clock.ts';
import { asAccount, type Database } from '../platform/database.ts';
import { askWaitersAgain } from './ask-waiters-again.ts';

/**
 * Sets quiet hours aside for a broadcast, by the name of who answers for it; the first name stays.
 * The policy gets a new version, so that a worker that still thinks of quiet hours opens and puts off
 * nothing more. False where there is no such broadcast or it has ended.
 */
export async function overrideQuietHours(
  database: Database,
  clock: Clock,
  accountId: string,
  broadcastId: string,
  by: string,
): Promise<boolean> {
  return asAccount(database, accountId, async (client) => {
    await shutDoor(client, accountId);
    const { rowCount } = await client.query(
      `update broadcast set quiet_override_by = coalesce(quiet_override_by, $3)
        where account_id = $1 and id = $2 and state in ('taking', 'scheduled', 'sending')`,
      [accountId, broadcastId, by],
    );
    if (rowCount !== 1) return false;
    await client.query('update sending_policy set version = version + 1 where account_id = $1', [
      accountId,
    ]);
    await askWaitersAgain(client, accountId, broadcastId, clock.now());
    return true;
  });
}
