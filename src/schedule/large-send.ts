import { candidates } from '../audience/candidates.ts';
import type { Queryable } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';
import type { Composed } from './selection.ts';

/**
 * How many people a request reaches, where they are more than `largest`; null where they are not, or
 * where the request repeats one that made a broadcast. Small audiences are not counted to the end.
 */
export async function largeSend(
  client: Queryable,
  accountId: string,
  composed: Composed,
  idempotencyKey: string,
  largest: number,
): Promise<number | null> {
  const statement = new Statement();
  const expressions = candidates(statement, composed.selection);
  const [account, key, most] = [
    statement.add(accountId, 'uuid'),
    statement.add(idempotencyKey, 'text'),
    statement.add(largest, 'bigint'),
  ];
  const { rows } = await client.query<{ isLarge: boolean }>(
    `with ${expressions}
     select (select count(*) from (select from judged where reason is null limit ${most} + 1) first_few) > ${most}
        and not exists (select from broadcast where account_id = ${account} and idempotency_key = ${key}) as "isLarge"`,
    statement.values,
  );
  if (!rows[0]?.isLarge) return null;
  const people = await countPeople(client, composed);
  return people > largest ? people : null;
}

async function countPeople(client: Queryable, composed: Composed): Promise<number> {
  const statement = new Statement();
  const expressions = candidates(statement, composed.selection);
  const { rows } = await client.query<{ people: number }>(
    `with ${expressions} select count(distinct person_key) as people from judged where reason is null`,
    statement.values,
  );
  return rows[0]?.people ?? 0;
}
