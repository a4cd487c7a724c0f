import type { Config } from './config.ts';
import type { RunningClock } from './platform/clock.ts';
import { type DataFolder, holdDataFolder } from './platform/data-folder.ts';
import type { createLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/postgres/embedded.ts';
import type { ProviderKind } from './providers/registry.ts';

/** What a start of Headsup needs besides its configuration. */
export type ApplicationOptions = {
  clock: RunningClock;
  log: ReturnType<typeof createLog>;
  /** The folder of the built page; null: API only. */
  pageFolder: string | null;
  checkAnswers?: boolean;
  /** What rows of providers may name; by default every kind that ships. */
  providerKinds?: readonly ProviderKind[];
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
  options: ApplicationOptions,
  undo: (() => Promise<void>)[],
): Promise<Omit<Application, 'stop'>> {
  const folder = await holdDataFolder(config.dataFolder);
  undo.push(() => folder.release());
  const starting = startDatabase(config, folder, undo);
  // Loading the code takes as long as starting PostgreSQL, on another core: side by side.
  const loading = import('./wiring.ts');
  loading.catch(() => undefined);
  const { address, failed } = await starting;
  await migrate(address);
  const { wire } = await loading;
  return { ...(await wire(config, options, folder, address, undo)), failed };
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
