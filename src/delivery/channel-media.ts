import type { Channel } from '../contract/channel.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { MediaCapability } from '../providers/provider.ts';
import type { OpenProvider, ProviderRow } from './provider-pool.ts';

const CHOSEN = sqlFile(import.meta.url, './sql/chosen-providers.sql');

/** Which files the provider of a channel takes with a message, as far as is known before; null: none. */
export async function channelMedia(
  client: Queryable,
  open: OpenProvider,
  accountId: string,
  channel: Channel,
): Promise<MediaCapability | null> {
  const { rows } = await client.query<ProviderRow>(CHOSEN, [accountId, channel]);
  for (const row of rows) {
    const provider = open(row);
    const capabilities = provider.capabilities(channel);
    await provider.close();
    if (capabilities) return capabilities.media ?? null;
  }
  return null;
}
