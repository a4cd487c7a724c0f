import { candidates } from '../audience/candidates.ts';
import type { Queryable } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';
import { planFallbacks } from './plan-fallbacks.ts';
import type { Composed } from './selection.ts';

/**
 * Whether a request would reach at least one person (it stops at the first), be it by a fallback, or
 * is the repetition of one that made a broadcast: that one stands, whoever has opted out since.
 */
export async function reachesAnybody(
  client: Queryable,
  accountId: string,
  composed: Composed,
  idempotencyKey: string,
): Promise<boolean> {
  const statement = new Statement();
  const expressions = candidates(statement, composed.selection);
  const key = [statement.add(accountId, 'uuid'), statement.add(idempotencyKey, 'text')];
  const { rows } = await client.query<{ any: boolean }>(
    `with ${expressions}
     select exists (select from judged where reason is null)
         or exists (select from broadcast where account_id = ${key[0]} and idempotency_key = ${key[1]}) as any`,
    statement.values,
  );
  if (rows[0]?.any) return true;
  return (await planFallbacks(client, composed)).some(({ atOnce }) => atOnce > 0);
}
