import type { Channel } from '../contract/channel.ts';
import type {
  Provider,
  ProviderChange,
  ProviderLimits,
  ProviderPrices,
  ProviderRequest,
} from '../contract/provider.ts';
import type { Queryable } from '../platform/database.ts';
import { providerKinds, rowOf } from './registry.ts';

/** Money is stored in millionths of the currency. */
const MILLION = 1_000_000;

/** The providers of an account, as the settings page shows them: without credentials. */
export async function listProviders(client: Queryable, accountId: string): Promise<Provider[]> {
  const { rows } = await client.query<{
    id: string;
    kind: Provider['kind'];
    name: string;
    settings: Provider['smtp'];
    carries: Channel[];
    standsIn: Provider['standsIn'];
    circuits: Provider['circuits'];
    limits: Provider['limits'];
    prices: ProviderPrices;
  }>(
    `select p.id, p.kind, p.name, p.settings,
            (select coalesce(jsonb_object_agg(key, value::float8 / 1000000), '{}')
               from jsonb_each_text(p.prices)) as prices,
            array(select c.channel::text from channel_provider c
                   where c.account_id = $1 and c.provider_id = p.id and c.position = 0
                   order by c.channel) as carries,
            (select coalesce(json_agg(json_build_object('channel', c.channel, 'place', c.position)
                                      order by c.channel), '[]')
               from channel_provider c
              where c.account_id = $1 and c.provider_id = p.id and c.position > 0) as "standsIn",
            (select coalesce(json_agg(json_build_object(
                      'channel', k.channel, 'since', iso(k.opened_at), 'reason', k.reason,
                      'answer', k.answer, 'retryAt', iso(k.retry_at)) order by k.channel), '[]')
               from circuit k where k.account_id = $1 and k.provider_id = p.id) as circuits,
            json_build_object('perMinute', p.per_minute, 'senderPerMinute', p.sender_per_minute) as limits
       from provider p
      where p.account_id = $1
      order by p.created_at, p.id`,
    [accountId],
  );
  return rows.map(({ settings, ...row }) => ({
    ...row,
    channels: [...(providerKinds.find(({ kind }) => kind === row.kind)?.channels ?? [])],
    smtp: row.kind === 'smtp' ? settings : null,
  }));
}

/** Adds a provider, which carries nothing yet; its credentials are sealed by `secretKey`. */
export async function addProvider(
  client: Queryable,
  accountId: string,
  request: ProviderRequest,
  secretKey: Buffer,
): Promise<string> {
  const { settings, secret } = rowOf(request, secretKey);
  const { rows } = await client.query<{ id: string }>(
    `insert into provider (account_id, kind, name, settings, secret)
     values ($1, $2, $3, $4, $5) returning id`,
    [accountId, request.kind, request.name, JSON.stringify(settings), secret],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error('insert returns the provider');
  return id;
}

/** Notes what a provider costs its owner; false where there is none of that id. */
export async function setPrices(
  client: Queryable,
  accountId: string,
  id: string,
  prices: ProviderPrices,
): Promise<boolean> {
  const millionths = Object.entries(prices).map(([channel, price]) => [
    channel,
    Math.round((price ?? 0) * MILLION),
  ]);
  const { rowCount } = await client.query(
    'update provider set prices = $3 where account_id = $1 and id = $2',
    [accountId, id, JSON.stringify(Object.fromEntries(millionths))],
  );
  return rowCount === 1;
}

/**
 * Gives a mail server other settings. password_needed: the stored one is for the server and user that
 * it was typed in for, and is sent to no other.
 */
export async function changeProvider(
  client: Queryable,
  accountId: string,
  id: string,
  { name, smtp: { password, ...rest } }: ProviderChange,
  secretKey: Buffer,
): Promise<'changed' | 'password_needed' | 'absent'> {
  const { rows } = await client.query<{ isSame: boolean; isSealed: boolean }>(
    `select secret is not null as "isSealed",
            settings @> jsonb_build_object('host', $3::text, 'port', $4::integer, 'user', $5::text) as "isSame"
       from provider where account_id = $1 and id = $2 and kind = 'smtp' for update`,
    [accountId, id, rest.host, rest.port, rest.user],
  );
  const [known] = rows;
  if (!known) return 'absent';
  if (password === undefined && known.isSealed && !known.isSame) return 'password_needed';
  const request = { kind: 'smtp', name, smtp: { ...rest, password: password ?? '' } } as const;
  const { settings, secret } = rowOf(request, secretKey);
  await client.query(
    `update provider set name = $3, settings = $4, secret = case when $5 then secret else $6 end
      where account_id = $1 and id = $2`,
    [accountId, id, name, JSON.stringify(settings), password === undefined, secret],
  );
  return 'changed';
}

/** How fast its owner lets a provider go; false where there is none of that id. */
export async function limitProvider(
  client: Queryable,
  accountId: string,
  id: string,
  { perMinute, senderPerMinute }: ProviderLimits,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'update provider set per_minute = $3, sender_per_minute = $4 where account_id = $1 and id = $2',
    [accountId, id, perMinute, senderPerMinute],
  );
  return rowCount === 1;
}

/** Takes a provider away. in_use: it carries a channel, or attempts of the past name it. */
export async function removeProvider(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<'removed' | 'in_use' | 'absent'> {
  const { rows } = await client.query<{ used: boolean }>(
    `select p.kind = 'sandbox'
            or exists (select from channel_provider c where c.account_id = $1 and c.provider_id = p.id)
            or exists (select from attempt a where a.account_id = $1 and a.provider_id = p.id) as used
       from provider p where p.account_id = $1 and p.id = $2 for update`,
    [accountId, id],
  );
  if (!rows[0]) return 'absent';
  if (rows[0].used) return 'in_use';
  await client.query('delete from provider where account_id = $1 and id = $2', [accountId, id]);
  return 'removed';
}

/** Whether anything that an account sends leaves this machine. */
export async function carriesForReal(client: Queryable, accountId: string): Promise<boolean> {
  const { rows } = await client.query<{ real: boolean }>(
    `select exists (select from channel_provider c
                      join provider p on p.account_id = $1 and p.id = c.provider_id
                     where c.account_id = $1 and p.kind <> 'sandbox') as real`,
    [accountId],
  );
  return rows[0]?.real ?? false;
}

/**
 * Lets providers carry a channel from now on, in this order: the next one does while those before it
 * are away. False where one of them cannot.
 */
export async function chooseProviders(
  client: Queryable,
  accountId: string,
  channel: Channel,
  providerIds: readonly string[],
): Promise<boolean> {
  const all = await listProviders(client, accountId);
  const canAll = providerIds.every((wanted) =>
    all.some(({ id, channels }) => id === wanted && channels.includes(channel)),
  );
  if (!canAll) return false;
  // Two who choose at once take turns.
  await client.query('select from provider where account_id = $1 order by id for update', [
    accountId,
  ]);
  await client.query('delete from channel_provider where account_id = $1 and channel = $2', [
    accountId,
    channel,
  ]);
  await client.query(
    `insert into channel_provider (account_id, channel, provider_id, position)
     select $1, $2, id, place - 1 from unnest($3::uuid[]) with ordinality as t (id, place)`,
    [accountId, channel, providerIds],
  );
  return true;
}
