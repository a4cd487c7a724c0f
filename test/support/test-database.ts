import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { createDatabase, dropDatabase } from './create-database.ts';

/**
 * A database of its own for the test file that calls this, cloned from the migrated template and
 * dropped at its end; a connection that the file forgot to close fails it.
 */
export async function testDatabase(): Promise<Database> {
  const server = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(server, name, 'template');
  const database = openDatabase({ ...server, database: name });
  afterAll(async () => {
    await database.close();
    await dropDatabase(server, name);
  });
  return database;
}
