import { Dispatcher } from '../../src/delivery/dispatcher.ts';
import { ProviderPool } from '../../src/delivery/provider-pool.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Provider } from '../../src/providers/provider.ts';
import { Sandbox } from '../../src/providers/sandbox/sandbox.ts';
import { BroadcastChanges } from '../../src/status/broadcast-changes.ts';
import { receiptSink } from '../../src/status/record-receipts.ts';

/** A worker without a server. */
export type TestEngine = { dispatcher: Dispatcher; sandbox: Sandbox; stop(): Promise<void> };

/** Starts a worker on the sandbox, or on `provider` for every channel. */
export function startEngine(database: Database, clock: Clock, provider?: Provider): TestEngine {
  const log = createLog('warn');
  const changes = new BroadcastChanges(database.engine, log);
  const sink = receiptSink(database.ledger, clock, changes.changed);
  const sandbox = new Sandbox({ address: database.address, clock, sink, log });
  const lasting: Provider = {
    capabilities: (channel) => (provider ?? sandbox).capabilities(channel),
    send: (submission, signal) => (provider ?? sandbox).send(submission, signal),
    query: (reference, accountId) => (provider ?? sandbox).query(reference, accountId),
    close: async () => undefined,
  };
  const providers = new ProviderPool(() => lasting);
  const { changed } = changes;
  const dispatcher = new Dispatcher({ pool: database.ledger, clock, log, providers, changed });
  dispatcher.start();
  return {
    dispatcher,
    sandbox,
    stop: async () => {
      await dispatcher.stop();
      await sandbox.close();
      await changes.close();
    },
  };
}
