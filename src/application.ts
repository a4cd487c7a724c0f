import { hkdfSync, randomBytes } from 'node:crypto';
import { issueSetupToken, setupNeeded } from './account/setup.ts';
import type { Config } from './config.ts';
import { type OpenProvider, ProviderPool } from './delivery/provider-pool.ts';
import type { Clock } from './platform/clock.ts';
import { type DataFolder, holdDataFolder } from './platform/data-folder.ts';
import { openDatabase } from './platform/database.ts';
import type { createLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/postgres/embedded.ts';
import { forgetServer, rememberServer } from './platform/server-file.ts';
import { Signals } from './platform/signals.ts';
import { openProvider } from './providers/registry.ts';
import { Sandbox } from './providers/sandbox/sandbox.ts';
import { startApi } from './roles/api.ts';
import { startScheduler } from './roles/scheduler.ts';
import { startWorker } from './roles/worker.ts';
import { BroadcastChanges } from './status/broadcast-changes.ts';
import { receiptSink } from './status/record-receipts.ts';

/** What a start of Headsup needs besides its configuration. */
export type ApplicationOptions = {
  clock: Clock;
  log: ReturnType<typeof createLog>;
  /** The folder of the built page; null: API only. */
  pageFolder: string | null;
  checkAnswers?: boolean;
};

/** A running Headsup. */
export type Application = {
  /** Where it answers. */
  url: string;
  /** The command line's token. */
  token: string;
  /** Opens the page to its first owner; null once there is one. */
  setupLink: string | null;
  /** Resolves with a sentence if the database ends by itself. */
  failed: Promise<string>;
  /** Drains what is on the wire, then stops everything and gives the data folder back. */
  stop(): Promise<void>;
};

/**
 * Starts everything on a data folder: database, migrations, API, worker and scheduler. What was begun
 * is undone, in reverse, when a later step fails or `stop` is called.
 */
export async function startApplication(
  config: Config,
  options: ApplicationOptions,
): Promise<Application> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await start(config, options, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  config: Config,
  { clock, log, pageFolder, checkAnswers = false }: ApplicationOptions,
  undo: (() => Promise<void>)[],
): Promise<Omit<Application, 'stop'>> {
  // Loading the HTTP and sign-in code takes as long as starting PostgreSQL: side by side.
  const loading = Promise.all([import('./http/server.ts'), import('./account/sign-in.ts')]);
  loading.catch(() => undefined);
  const folder = await holdDataFolder(config.dataFolder);
  undo.push(() => folder.release());
  const { address, failed } = await startDatabase(config, folder, undo);
  await migrate(address);
  const database = openDatabase(address);
  undo.push(() => database.close());
  const signals = new Signals(address, log);
  undo.push(() => signals.close());
  await signals.start();
  const changes = new BroadcastChanges(database.engine, log);
  undo.push(() => changes.close());
  const sink = receiptSink(database.ledger, clock, changes.changed);
  const sandbox = new Sandbox({ address, clock, sink, log });
  undo.push(() => sandbox.close());
  const { secretKey } = folder;
  const open: OpenProvider = (row) => openProvider(row, { clock, secretKey, sandbox });
  const providers = new ProviderPool(open);
  undo.push(() => providers.close());
  const scheduler = startScheduler(database, clock, log);
  undo.push(() => scheduler.stop());
  const { changed } = changes;
  const worker = startWorker({ pool: database.ledger, clock, log, providers, changed }, signals);
  undo.push(() => worker.stop());

  const token = randomBytes(24).toString('base64url');
  const [{ createServer }, { createSignIn }] = await loading;
  const secure = config.publicUrl?.protocol === 'https:';
  const signIn = createSignIn(database.engine, {
    baseUrl: config.publicUrl?.origin ?? `http://${config.host}:${config.port}`,
    secret: signingSecret(folder),
    secure,
  });
  const server = await createServer(
    {
      database,
      clock,
      signIn,
      signals,
      secretKey,
      openProvider: open,
      localToken: token,
    },
    {
      hosts: [config.host, ...(config.publicUrl ? [config.publicUrl.hostname] : [])],
      log,
      checkAnswers,
      pageFolder,
      secure,
    },
  );
  const api = await startApi(server, config.host, config.port);
  undo.push(() => api.stop());
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${api.port}`;
  await rememberServer(folder.path, { url, token });
  undo.push(() => forgetServer(folder.path));
  const isNew = await setupNeeded(database);
  const shown = config.publicUrl?.origin ?? url;
  const setupLink = isNew ? `${shown}/setup?token=${await issueSetupToken(database)}` : null;
  return { url, token, setupLink, failed };
}

async function startDatabase(
  config: Config,
  folder: DataFolder,
  undo: (() => Promise<void>)[],
): Promise<{ address: EmbeddedPostgres['address']; failed: Promise<string> }> {
  if (config.databaseUrl) {
    return {
      address: { connectionString: config.databaseUrl },
      failed: new Promise(() => undefined),
    };
  }
  const postgres = await startEmbeddedPostgres(folder.path);
  undo.push(() => postgres.stop());
  const failed = new Promise<string>((resolve) => {
    postgres.onUnexpectedEnd((words) => resolve(`The embedded PostgreSQL ended: ${words}`));
  });
  return { address: postgres.address, failed };
}

/** Signs session cookies; another key than the one that encrypts secrets, made from it. */
function signingSecret(folder: DataFolder): string {
  const key = hkdfSync('sha256', folder.secretKey, '', 'headsup session cookies', 32);
  return Buffer.from(key).toString('base64url');
}
