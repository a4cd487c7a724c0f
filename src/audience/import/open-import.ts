import type { PoolClient } from 'pg';
import { asEngineFor, type Database, type Queryable } from '../../platform/database.ts';

/** An import that is being worked at: its row is locked by whoever has this. */
export type OpenImport = {
  accountId: string;
  id: string;
  step: 'drafting' | 'grouping' | 'comparing';
  /** Position of the last row that the step is through with. */
  done: number;
  columns: string[];
  mapping: string[];
  /** ISO 3166-1 alpha-2, of the account. */
  country: string;
  createdBy: string;
};

/** `mayGoOn`: false to leave the rest for another time. */
export type ImportOptions = { mayGoOn?: () => boolean };

/**
 * Works at an import for as long as it is in a state, one batch a transaction, until `batch` says that nothing
 * is left. Where somebody else is at it, it leaves it to them.
 */
export async function workAtImport(
  database: Database,
  { accountId, id, state }: { accountId: string; id: string; state: 'checking' | 'matching' },
  { mayGoOn = () => true }: ImportOptions,
  batch: (client: PoolClient, opened: OpenImport) => Promise<boolean>,
): Promise<void> {
  let more = true;
  while (more && mayGoOn()) {
    more = await asEngineFor(database, accountId, async (client) => {
      const opened = await openImport(client, accountId, id, state);
      return opened !== null && batch(client, opened);
    });
  }
}

/** Locks an import in a state and reads it; null where it is in another, or somebody else is at it. */
async function openImport(
  client: Queryable,
  accountId: string,
  id: string,
  state: 'checking' | 'matching',
): Promise<OpenImport | null> {
  const { rows } = await client.query<OpenImport>(
    `select i.account_id as "accountId", i.id, i.step, i.done, i.columns, i.mapping, a.country,
            i.created_by as "createdBy"
       from contact_import i join account a on a.id = i.account_id
      where i.account_id = $1 and i.id = $2 and i.state = $3
        for no key update of i skip locked`,
    [accountId, id, state],
  );
  return rows[0] ?? null;
}
