import type { Role } from '../contract/session.ts';
import type { Queryable } from '../platform/database.ts';

/** Who makes a call, in which account. The command line of the same machine acts as the owner. */
export type Principal = {
  accountId: string;
  role: Role;
  /** null: the command line. */
  userId: string | null;
  user: { name: string; email: string };
};

/** The place of a signed-in person; their oldest account. Null where they have none. */
export async function principalOfUser(
  engine: Queryable,
  userId: string,
): Promise<Principal | null> {
  const { rows } = await engine.query<{
    accountId: string;
    role: Role;
    name: string;
    email: string;
  }>(
    `select m.account_id as "accountId", m.role, u.name, u.email
       from member m join sign_in_user u on u.id = m.user_id
      where m.user_id = $1 order by m.created_at limit 1`,
    [userId],
  );
  const [row] = rows;
  if (!row) return null;
  const { name, email, ...place } = row;
  return { ...place, userId, user: { name, email } };
}

/** The command line's place: the oldest account, as its owner. Null on a fresh installation. */
export async function principalOfMachine(engine: Queryable): Promise<Principal | null> {
  const { rows } = await engine.query<{ id: string; name: string | null }>(
    `select a.id, (select u.name from member m join sign_in_user u on u.id = m.user_id
                    where m.account_id = a.id and m.role = 'owner' order by m.created_at limit 1) as name
       from account a order by a.created_at limit 1`,
  );
  const [row] = rows;
  if (!row) return null;
  return {
    accountId: row.id,
    role: 'owner',
    userId: null,
    user: { name: row.name ?? 'Command line', email: '' },
  };
}
