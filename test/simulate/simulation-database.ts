import { Client } from 'pg';
import type { DatabaseAddress } from '../../src/platform/database.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { sqlFile } from '../../src/platform/sql-file.ts';
import { createDatabase } from '../support/create-database.ts';

const COPY_ACCOUNT = sqlFile(import.meta.url, './copy-account.sql');

/** The embedded server's way in. */
export type ServerAddress = Extract<DatabaseAddress, { host: string }>;

/** Makes a migrated database, as a copy of `template` where one is given, and sets it up. */
export async function makeSimulationDatabase(
  server: ServerAddress,
  name: string,
  template?: string,
): Promise<DatabaseAddress> {
  await createDatabase(server, name, template);
  const address = { ...server, database: name };
  await migrate(address);
  await prepareForSimulation(address);
  return address;
}

/**
 * Sets a migrated database up, for connections that are opened from now on. Its commits do not wait
 * for the disk, for here only processes die, never the server; and a ring of waiting shows soon.
 */
export async function prepareForSimulation(address: DatabaseAddress): Promise<void> {
  const client = new Client(address);
  await client.connect();
  try {
    await client.query(`do $$ begin
      execute format('alter database %I set synchronous_commit = off', current_database());
      execute format('alter database %I set deadlock_timeout = ''50ms''', current_database());
    end $$`);
    await client.query(COPY_ACCOUNT);
  } finally {
    await client.end();
  }
}
