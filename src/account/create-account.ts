import { getCountries } from 'libphonenumber-js/max';
import type { PoolClient } from 'pg';

/** What a new account needs. */
export type NewAccount = { name: string; country: string; timeZone: string; isSandbox: boolean };

/**
 * Makes an account that can send at once: a sandbox provider carries all its channels until a real
 * one is chosen. Runs in the caller's transaction of the engine; returns the id.
 */
export async function createAccount(client: PoolClient, account: NewAccount): Promise<string> {
  // Practice reaches nobody, and its country is only a guess from this machine's language.
  const allowed = account.isSandbox ? getCountries() : null;
  const { rows } = await client.query<{ id: string }>(
    `with made as (
       insert into account (name, country, time_zone, is_sandbox) values ($1, $2, $3, $4) returning id),
     practice as (
       insert into provider (account_id, kind, name)
       select id, 'sandbox', 'Practice phones and mailboxes' from made returning account_id, id),
     carried as (
       insert into channel_provider (account_id, channel, provider_id)
       select account_id, unnest(enum_range(null::channel)), id from practice),
     policy as (
       insert into sending_policy (account_id, allowed_countries) select id, $5::text[] from made)
     select id from made`,
    [account.name, account.country, account.timeZone, account.isSandbox, allowed],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error('insert returns the account');
  return id;
}
