import type { AccountProfile } from '../contract/account.ts';
import type { Queryable } from '../platform/database.ts';

/** What an account tells of itself; throws where there is none of that id. */
export async function readAccountProfile(
  client: Queryable,
  accountId: string,
): Promise<AccountProfile> {
  const { rows } = await client.query<AccountProfile>(
    `select name, phone, email, address, website, language, from_name as "fromName", reply_to as "replyTo"
       from account where id = $1`,
    [accountId],
  );
  const [profile] = rows;
  if (!profile) throw new Error(`There is no account ${accountId}`);
  return profile;
}

/** Writes it whole. What was composed before says what it said then. */
export async function writeAccountProfile(
  client: Queryable,
  accountId: string,
  profile: AccountProfile,
): Promise<void> {
  const { name, phone, email, address, website, language, fromName, replyTo } = profile;
  await client.query(
    `update account set name = $2, phone = $3, email = $4, address = $5, website = $6, language = $7,
            from_name = $8, reply_to = $9
      where id = $1`,
    [accountId, name, phone, email, address, website, language, fromName, replyTo],
  );
}
