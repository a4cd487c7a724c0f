import type { Account } from '../src/account/account.ts';
import { createAccount } from '../src/account/create-account.ts';
import { asEngine, type Database, openDatabase } from '../src/platform/database.ts';
import { migrate } from '../src/platform/migrate.ts';
import type { EmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { databaseUrl } from '../test/support/database-url.ts';

/** What a benchmark runs on: an empty, migrated database with an account, on a server of its own. */
export type BenchmarkSetting = {
  postgres: EmbeddedPostgres;
  /** Of the server, which has other databases as well where a benchmark makes them. */
  databaseUrl: string;
  database: Database;
  account: Account;
  /** A folder that is removed at the end. */
  folder: string;
};

/** Migrates the named database, which is there, and makes an account in it. */
export async function openSetting(
  postgres: EmbeddedPostgres,
  folder: string,
  name = nameOf(postgres),
): Promise<BenchmarkSetting> {
  const address = { ...postgres.address, database: name };
  await migrate(address);
  const database = openDatabase(address);
  const facts = { name: 'Bench', country: 'US', timeZone: 'America/New_York' };
  const id = await asEngine(database, (client) =>
    createAccount(client, { ...facts, isSandbox: false }),
  );
  const url = databaseUrl(address);
  return { postgres, databaseUrl: url, database, account: { id, ...facts }, folder };
}

function nameOf({ address }: EmbeddedPostgres): string {
  if (!('database' in address)) throw new Error('the embedded server is no address of text');
  return address.database;
}
