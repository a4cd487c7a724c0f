import type { Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import type { LookupCapability, Provider } from '../../providers/provider.ts';
import type { LookupOffer } from '../../schedule/selection.ts';
import { isShut } from '../circuit.ts';
import type { OpenProvider, ProviderRow } from '../provider-pool.ts';

const CHOSEN = sqlFile(import.meta.url, '../sql/chosen-providers.sql');

/** A provider that looks numbers up; whoever opened it closes it. */
export type LookupDesk = {
  name: string;
  capability: LookupCapability;
  lookUp: NonNullable<Provider['lookUp']>;
  close: Provider['close'];
};

/** The first of those that carry texts that looks numbers up and is not away; null: none does. */
export async function openLookupDesk(
  client: Queryable,
  open: OpenProvider,
  accountId: string,
  now: Date,
): Promise<LookupDesk | null> {
  const { rows } = await client.query<ProviderRow & { retryAt: Date | null }>(CHOSEN, [
    accountId,
    'sms',
  ]);
  for (const row of rows) {
    if (row.retryAt && isShut(row.retryAt, now)) continue;
    const provider = open(row);
    const capability = provider.capabilities('sms')?.lookup;
    if (capability && provider.lookUp) {
      return {
        name: row.name,
        capability,
        lookUp: provider.lookUp.bind(provider),
        close: () => provider.close(),
      };
    }
    await provider.close();
  }
  return null;
}

/** Who that would be, and for how much. */
export async function readLookupOffer(
  client: Queryable,
  open: OpenProvider,
  accountId: string,
  now: Date,
): Promise<LookupOffer | null> {
  const desk = await openLookupDesk(client, open, accountId, now);
  if (!desk) return null;
  await desk.close();
  return { provider: desk.name, price: desk.capability.price };
}
