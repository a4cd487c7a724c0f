import type { Queryable } from '../platform/database.ts';

/** One business. `country` is ISO 3166-1 alpha-2, `timeZone` an IANA name. */
export type Account = { id: string; name: string; country: string; timeZone: string };

/** Reads an account; throws where there is none of that id, or none that the role may see. */
export async function readAccount(client: Queryable, id: string): Promise<Account> {
  const { rows } = await client.query<Account>(
    'select id, name, country, time_zone as "timeZone" from account where id = $1',
    [id],
  );
  const [account] = rows;
  if (!account) throw new Error(`There is no account ${id}`);
  return account;
}
