import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/postgres/embedded.ts';
import { databaseUrl } from './database-url.ts';

/** A PostgreSQL that a test file may stop and start as it likes. */
export type OwnPostgres = {
  /** As DATABASE_URL names it; it stays the same. */
  databaseUrl: string;
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** Starts one for the test file that calls this; it is stopped and removed at the end. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'headsup-own-'));
  let running: EmbeddedPostgres | null = await startEmbeddedPostgres(folder);
  const { address } = running;
  const stop = async () => {
    await running?.stop();
    running = null;
  };
  afterAll(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    databaseUrl: databaseUrl(address),
    stop,
    start: async () => {
      running = await startEmbeddedPostgres(folder);
    },
  };
}
