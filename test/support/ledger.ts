import type { Broadcast } from '../../src/contract/broadcast.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import type { Database } from '../../src/platform/database.ts';
import { readBroadcast } from '../../src/status/read-broadcasts.ts';
import { waitFor } from './wait-for.ts';

/** Waits until a broadcast is as wanted, and returns it. */
export function until(
  database: Database,
  accountId: string,
  id: string,
  isRight: (broadcast: Broadcast) => boolean,
) {
  return waitFor(async () => {
    const broadcast = await readBroadcast(database.engine, accountId, id);
    if (!broadcast) throw new Error('the broadcast is there');
    return broadcast;
  }, isRight);
}

/** The outcomes of a broadcast counted anew from its rows; those that nobody has are missing. */
export async function recount(
  database: Database,
  accountId: string,
  id: string,
): Promise<Partial<Record<Outcome, number>>> {
  const { rows } = await database.engine.query<{ outcome: Outcome; n: number }>(
    `select outcome, count(*) as n
       from (select outcome_of(state) as outcome from delivery where account_id = $1 and broadcast_id = $2
             union all
             select 'left_out' from exclusion where account_id = $1 and broadcast_id = $2) every
      group by outcome`,
    [accountId, id],
  );
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
}

/** The kept counts of a broadcast, without the zeros, to hold against `recount`. */
export async function kept(
  database: Database,
  accountId: string,
  id: string,
): Promise<Record<string, number>> {
  const broadcast = await readBroadcast(database.engine, accountId, id);
  return Object.fromEntries(Object.entries(broadcast?.counts ?? {}).filter(([, n]) => n !== 0));
}
