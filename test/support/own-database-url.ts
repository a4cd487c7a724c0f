import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { createDatabase, dropDatabase } from './create-database.ts';
import { databaseUrl } from './database-url.ts';

/**
 * A database for the test file that calls this, as DATABASE_URL names it: empty, or a clone of the
 * migrated template. It is dropped after everything that was started on it has stopped.
 */
export async function ownDatabaseUrl(from: 'empty' | 'template'): Promise<string> {
  const server = inject('postgres');
  const name = `server_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(server, name, from === 'template' ? 'template' : undefined);
  afterAll(() => dropDatabase(server, name));
  return databaseUrl({ ...server, database: name });
}
