import type { Role } from '../../src/contract/session.ts';
import { asEngine } from '../../src/platform/database.ts';
import type { SignedUp } from './sign-up.ts';
import type { TestServer } from './test-server.ts';

/**
 * Somebody else with the owner's password and a role of their own, in the first account or in the one
 * named; signed in.
 */
export async function memberOf(
  { database, call }: Pick<TestServer, 'database' | 'call'>,
  role: Role,
  accountId?: string,
): Promise<Omit<SignedUp, 'accountId'>> {
  const email = `${role}-${crypto.randomUUID()}@example.com`;
  await asEngine(database, async (client) => {
    await client.query(`insert into sign_in_user (id, name, email) values ($1, 'Vera', $1)`, [
      email,
    ]);
    await client.query(
      `insert into sign_in_credential (id, user_id, account_id, provider_id, password)
       select $1, $1, $1, provider_id, password from sign_in_credential limit 1`,
      [email],
    );
    await client.query(
      `insert into member (account_id, user_id, role)
       select coalesce($2::uuid, (select id from account order by created_at limit 1)), $1, $3::member_role`,
      [email, accountId ?? null, role],
    );
  });
  const credentials = { email, password: 'correct horse battery' };
  const { headers } = await call('POST', '/api/session', credentials);
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { ...credentials, cookie };
}
