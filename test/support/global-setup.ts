import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/migrate.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded.ts';
import { createDatabase } from './create-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string; password: string; database: string };
  }
}

/** One embedded PostgreSQL for all files of a run, with a migrated template that each file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'headsup-test-'));
  const postgres = await startEmbeddedPostgres(folder);
  if (!('host' in postgres.address)) throw new Error('the embedded server has a socket');
  await createDatabase(postgres.address, 'template');
  await migrate({ ...postgres.address, database: 'template' });
  project.provide('postgres', postgres.address);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
