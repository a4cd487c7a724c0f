import type { Config } from './config.ts';
import type { RunningClock } from './platform/clock.ts';
import { type DataFolder, holdDataFolder, shareDataFolder } from './platform/data-folder.ts';
import type { createLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/postgres/embedded.ts';
import { Refusal } from './platform/refusal.ts';
import type { ProviderKind } from './providers/registry.ts';
import { type RoleName, roleNames } from './roles/role-name.ts';

/** What a start of Headsup needs besides its configuration. */
export type ApplicationOptions = {
  clock: RunningClock;
  log: ReturnType<typeof createLog>;
  /** Told in plain words what people should know while it runs. */
  say?: (line: string) => void;
  /** What the process does; all of it unless said otherwise. */
  roles?: readonly RoleName[];
  /** The folder of the built page; null: API only. */
  pageFolder: string | null;
  checkAnswers?: boolean;
  /** What rows of providers may name; by default every kind that ships. */
  providerKinds?: readonly ProviderKind[];
  /** The key of the data folder is the installation's from now on. */
  isNewKey?: boolean;
};

/** Where page and API are served. */
export type ServedApi = {
  url: string;
  /** The command line's token. */
  token: string;
  /** Opens the page to its first owner; null once there is one. */
  setupLink: string | null;
};

/** A running Headsup. */
export type Application = {
  /** Null without that role. */
  api: ServedApi | null;
  /** Resolves with a sentence if the database ended by itself and does not come back. */
  failed: Promise<string>;
  /** Drains what is on the wire, then stops everything and gives the data folder back. */
  stop(): Promise<void>;
};

/**
 * Starts the roles on a data folder: database, migrations, then API, worker and scheduler. What was
 * begun is undone, in reverse, when a later step fails or `stop` is called.
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
  const folder = await enterFolder(config, options.roles ?? roleNames);
  undo.push(() => folder.release());
  const starting = startDatabase(config, options, folder, undo);
  // Loading the code takes as long as starting PostgreSQL, on another core: side by side.
  const loading = import('./wiring.ts');
  loading.catch(() => undefined);
  const { address, failed } = await starting;
  await migrate(address);
  const { wire } = await loading;
  return { ...(await wire(config, options, folder, address, undo)), failed };
}

/** The embedded PostgreSQL is one process's own, so that process does everything. */
async function enterFolder(config: Config, roles: readonly RoleName[]): Promise<DataFolder> {
  if (config.databaseUrl) return shareDataFolder(config.dataFolder);
  if (roles.length === roleNames.length) return holdDataFolder(config.dataFolder);
  throw new Refusal(
    `Without DATABASE_URL the PostgreSQL that comes with Headsup belongs to one process, which has to do everything: leave out --roles, or set DATABASE_URL to a server that several processes can share.`,
  );
}

async function startDatabase(
  config: Config,
  { say }: ApplicationOptions,
  folder: DataFolder,
  undo: (() => Promise<void>)[],
): Promise<{ address: EmbeddedPostgres['address']; failed: Promise<string> }> {
  if (config.databaseUrl) {
    return {
      address: { connectionString: config.databaseUrl },
      failed: new Promise(() => undefined),
    };
  }
  const postgres = await startEmbeddedPostgres(folder.path, { say });
  undo.push(() => postgres.stop());
  return { address: postgres.address, failed: postgres.gaveUp };
}
