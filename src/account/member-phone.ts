import type { Queryable } from '../platform/database.ts';

/** Where a person gets their own tests; null where they have not said so yet. */
export async function readMemberPhone(
  client: Queryable,
  accountId: string,
  userId: string,
): Promise<string | null> {
  const { rows } = await client.query<{ phone: string | null }>(
    'select phone from member where account_id = $1 and user_id = $2',
    [accountId, userId],
  );
  return rows[0]?.phone ?? null;
}

/** Remembers it, in E.164. */
export async function writeMemberPhone(
  client: Queryable,
  accountId: string,
  userId: string,
  phone: string,
): Promise<void> {
  await client.query(
    'update member set phone = $3 where account_id = $1 and user_id = $2 and phone is distinct from $3',
    [accountId, userId, phone],
  );
}
