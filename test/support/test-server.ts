import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { startApplication } from '../../src/application.ts';
import { readConfig } from '../../src/config.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { builtPage } from '../../src/roles/build-page.ts';
import { type Call, callerOf } from './call.ts';
import { ownDatabaseUrl } from './own-database-url.ts';
import { type SignedUp, signUp } from './sign-up.ts';

const KEY = 'secret.key';

/** A whole Headsup in this process: page (where asked for), API, worker and scheduler. */
export type TestServer = {
  url: string;
  /** The command line's; `call` uses it unless told otherwise. */
  token: string;
  /** Null where the database has its owner. */
  setupLink: string | null;
  clock: MovableClock;
  /** Where its data lie; for DATABASE_URL of another server or process. */
  databaseUrl: string;
  dataFolder: string;
  /** To look at the tables past the API. */
  database: Database;
  call: Call;
  /** Becomes the owner by the setup link; the cookie is the owner's. */
  signUp(): Promise<SignedUp>;
  /** Before its time; otherwise it stops when the file's tests are over. */
  stop(): Promise<void>;
};

/**
 * Starts it for the test file that calls this, on a database and in a data folder of its own; with
 * `beside` it shares the database of another. Every answer is checked against the API's schema.
 */
export async function testServer({
  page = false,
  beside,
  publicUrl = '',
}: {
  page?: boolean;
  beside?: TestServer;
  /** HEADSUP_URL; empty: not set. */
  publicUrl?: string;
} = {}): Promise<TestServer> {
  const databaseUrl = beside?.databaseUrl ?? (await ownDatabaseUrl('template'));
  const dataFolder = await mkdtemp(join(tmpdir(), 'headsup-server-'));
  afterAll(() => rm(dataFolder, { recursive: true, force: true }));
  if (beside) await copyFile(join(beside.dataFolder, KEY), join(dataFolder, KEY));
  const clock = beside?.clock ?? new MovableClock();
  const config = readConfig({
    HEADSUP_DATA: dataFolder,
    DATABASE_URL: databaseUrl,
    PORT: '0',
    HEADSUP_URL: publicUrl,
  });
  const pageFolder = page ? await builtPage(() => undefined) : null;
  const application = await startApplication(config, {
    clock,
    log: createLog('error'),
    pageFolder,
    checkAnswers: true,
  });
  const database = openDatabase({ connectionString: databaseUrl });
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= application.stop();
    return stopping;
  };
  afterAll(async () => {
    await stop();
    await database.close();
  });
  if (!application.api) throw new Error('it serves the API');
  const { url, token, setupLink } = application.api;
  const call = callerOf(url, token);
  return {
    url,
    token,
    setupLink,
    clock,
    databaseUrl,
    dataFolder,
    database,
    call,
    signUp: () => signUp(call, setupLink),
    stop,
  };
}
