import { hkdfSync, randomBytes } from 'node:crypto';
import { issueSetupToken, setupNeeded } from './account/setup.ts';
import { createSignIn } from './account/sign-in.ts';
import type { Application, ApplicationOptions } from './application.ts';
import type { Config } from './config.ts';
import { type OpenProvider, ProviderPool } from './delivery/provider-pool.ts';
import { returnAllClaims } from './delivery/return-claims.ts';
import { createServer } from './http/server.ts';
import type { DataFolder } from './platform/data-folder.ts';
import { type DatabaseAddress, openDatabase } from './platform/database.ts';
import { forgetServer, rememberServer } from './platform/server-file.ts';
import { Signals } from './platform/signals.ts';
import { openProvider, providerKinds as shippedKinds } from './providers/registry.ts';
import { Sandbox } from './providers/sandbox/sandbox.ts';
import { startApi } from './roles/api.ts';
import { startScheduler } from './roles/scheduler.ts';
import { startWorker } from './roles/worker.ts';
import { BroadcastChanges } from './status/broadcast-changes.ts';
import { receiptSink } from './status/record-receipts.ts';

/**
 * Puts the parts of a process together on a migrated database and starts its roles: the one place
 * that knows everyone. Each part leaves in `undo` how it is ended.
 */
export async function wire(
  config: Config,
  {
    clock,
    log,
    pageFolder,
    checkAnswers = false,
    providerKinds = shippedKinds,
  }: ApplicationOptions,
  folder: DataFolder,
  address: DatabaseAddress,
  undo: (() => Promise<void>)[],
): Promise<Pick<Application, 'url' | 'token' | 'setupLink'>> {
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
  const open: OpenProvider = (row) =>
    openProvider(row, { clock, secretKey, sandbox }, providerKinds);
  const providers = new ProviderPool(open);
  undo.push(() => providers.close());
  const scheduler = startScheduler(database, clock, log);
  undo.push(() => scheduler.stop());
  // Nobody else can be at work on an embedded database: what a killed process had claimed is free.
  if (config.databaseUrl === null) await returnAllClaims(database.ledger);
  const { changed } = changes;
  const worker = startWorker({ pool: database.ledger, clock, log, providers, changed }, signals);
  undo.push(() => worker.stop());

  const token = randomBytes(24).toString('base64url');
  const secure = config.publicUrl?.protocol === 'https:';
  const signIn = createSignIn(database.engine, {
    baseUrl: config.publicUrl?.origin ?? originOf(config.host, config.port),
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
      host: config.host,
      publicUrl: config.publicUrl,
      log,
      checkAnswers,
      pageFolder,
      secure,
    },
  );
  const api = await startApi(server, config.host, config.port);
  undo.push(() => api.stop());
  const url = originOf(config.host, api.port);
  await rememberServer(folder.path, { url, token });
  undo.push(() => forgetServer(folder.path));
  const isNew = await setupNeeded(database);
  const shown = config.publicUrl?.origin ?? url;
  const setupLink = isNew ? `${shown}/setup?token=${await issueSetupToken(database)}` : null;
  return { url, token, setupLink };
}

/** An address of IPv6 stands in brackets (RFC 3986, 3.2.2). */
function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Signs session cookies; another key than the one that encrypts secrets, made from it. */
function signingSecret(folder: DataFolder): string {
  const key = hkdfSync('sha256', folder.secretKey, '', 'headsup session cookies', 32);
  return Buffer.from(key).toString('base64url');
}
