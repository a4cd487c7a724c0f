import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { settleKey } from './account/installation-key.ts';
import { issueSetupToken, setupNeeded } from './account/setup.ts';
import { createSignIn } from './account/sign-in.ts';
import type { Application, ApplicationOptions, ServedApi } from './application.ts';
import type { Config } from './config.ts';
import type { FileTools } from './delivery/enclose.ts';
import { LedgerHome } from './delivery/ledger-home.ts';
import { type OpenProvider, ProviderPool } from './delivery/provider-pool.ts';
import { returnAllClaims } from './delivery/return-claims.ts';
import { createServer } from './http/server.ts';
import { sweepUploads } from './message/attachments/receive-upload.ts';
import { UnsubscribeLinks } from './message/unsubscribe-link.ts';
import { openBlobStore } from './platform/blobs/open-blob-store.ts';
import type { DataFolder } from './platform/data-folder.ts';
import { type Database, type DatabaseAddress, openDatabase } from './platform/database.ts';
import { derivedKey } from './platform/secret-key.ts';
import { forgetServer, rememberServer } from './platform/server-file.ts';
import { Signals } from './platform/signals.ts';
import { openProvider, providerKinds as shippedKinds } from './providers/registry.ts';
import { Sandbox } from './providers/sandbox/sandbox.ts';
import { startApi } from './roles/api.ts';
import { roleNames } from './roles/role-name.ts';
import { startScheduler } from './roles/scheduler.ts';
import { startWorker } from './roles/worker.ts';
import { BroadcastChanges } from './status/broadcast-changes.ts';
import { receiptSink } from './status/record-receipts.ts';

/** What the roles of a process share. */
type Parts = {
  config: Config;
  options: ApplicationOptions;
  folder: DataFolder;
  database: Database;
  signals: Signals;
  openProvider: OpenProvider;
  files: FileTools;
  links: UnsubscribeLinks;
  undo: (() => Promise<void>)[];
};

/**
 * Puts the parts of a process together on a migrated database and starts its roles: the one place
 * that knows everyone. Each part leaves in `undo` how it is ended.
 */
export async function wire(
  config: Config,
  options: ApplicationOptions,
  folder: DataFolder,
  address: DatabaseAddress,
  undo: (() => Promise<void>)[],
): Promise<Pick<Application, 'api'>> {
  const {
    clock,
    log,
    roles = roleNames,
    isNewKey = false,
    providerKinds: kinds = shippedKinds,
  } = options;
  const database = openDatabase(address);
  undo.push(() => database.close());
  const { secretKey } = folder;
  await settleKey(database.engine, folder, isNewKey);
  const files = {
    blobs: openBlobStore(folder.path, config.blobs),
    links: { publicUrl: config.publicUrl, key: derivedKey(secretKey, 'headsup links to files') },
  };
  const signals = new Signals(address, log);
  undo.push(() => signals.close());
  await signals.start();
  const changes = new BroadcastChanges(database.engine, clock, log);
  undo.push(() => changes.close());
  const sink = receiptSink(database.ledger, clock, changes.changed);
  const sandbox = new Sandbox({ address, clock, sink, log });
  undo.push(() => sandbox.close());
  const open: OpenProvider = (row) => openProvider(row, { clock, secretKey, sandbox }, kinds);
  const links = new UnsubscribeLinks(
    derivedKey(secretKey, 'headsup unsubscribe links'),
    config.publicUrl?.origin ?? originOf(config.host, config.port),
  );
  if (roles.includes('scheduler')) {
    const scheduler = startScheduler({ database, clock, log, blobs: files.blobs, open });
    undo.push(() => scheduler.stop());
  }
  if (roles.includes('worker')) {
    const providers = new ProviderPool(open);
    undo.push(() => providers.close());
    // Nobody else can be at work on an embedded database: what a killed process had claimed is free.
    if (config.databaseUrl === null) await returnAllClaims(database.ledger);
    const { changed } = changes;
    const pool = database.ledger;
    const isAlone = config.databaseUrl === null;
    const file = join(folder.path, 'ledger-seen.json');
    const home = new LedgerHome({ pool, clock, log, file, isAlone });
    const worker = startWorker(
      { pool, clock, log, providers, files, home, links, changed },
      signals,
    );
    undo.push(() => worker.stop());
  }
  const parts = {
    config,
    options,
    folder,
    database,
    signals,
    openProvider: open,
    files,
    links,
    undo,
  };
  return { api: roles.includes('api') ? await serveApi(parts) : null };
}

async function serveApi(parts: Parts): Promise<ServedApi> {
  const { config, options, folder, database, signals, openProvider, files, links, undo } = parts;
  const { clock, log, pageFolder, checkAnswers = false } = options;
  const { host, publicUrl } = config;
  const uploadFolder = join(folder.path, 'uploads');
  await sweepUploads(uploadFolder, clock.now());
  const token = randomBytes(24).toString('base64url');
  const secure = publicUrl?.protocol === 'https:';
  const { secretKey } = folder;
  const signIn = createSignIn(database.engine, {
    baseUrl: publicUrl?.origin ?? originOf(host, config.port),
    // Signs session cookies; another key than the one that encrypts secrets.
    secret: derivedKey(secretKey, 'headsup session cookies').toString('base64url'),
    secure,
  });
  const server = await createServer(
    {
      database,
      clock,
      signIn,
      signals,
      secretKey,
      openProvider,
      files,
      links,
      uploadFolder,
      localToken: token,
    },
    { host, publicUrl, log, checkAnswers, pageFolder, secure },
  );
  const api = await startApi(server, host, config.port);
  undo.push(() => api.stop());
  const url = originOf(host, api.port);
  await rememberServer(folder.path, { url, token });
  undo.push(() => forgetServer(folder.path, { url, token }));
  const isNew = await setupNeeded(database);
  const shown = publicUrl?.origin ?? url;
  const setupLink = isNew ? `${shown}/setup?token=${await issueSetupToken(database)}` : null;
  return { url, token, setupLink };
}

/** An address of IPv6 stands in brackets (RFC 3986, 3.2.2). */
function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
