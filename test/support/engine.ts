import { Dispatcher } from '../../src/delivery/dispatcher.ts';
import { LedgerHome } from '../../src/delivery/ledger-home.ts';
import { ProviderPool } from '../../src/delivery/provider-pool.ts';
import type { RunningClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Provider } from '../../src/providers/provider.ts';
import { Sandbox } from '../../src/providers/sandbox/sandbox.ts';
import { BroadcastChanges } from '../../src/status/broadcast-changes.ts';
import { receiptSink } from '../../src/status/record-receipts.ts';

/** A worker without a server. */
export type TestEngine = { dispatcher: Dispatcher; sandbox: Sandbox; stop(): Promise<void> };

/**
 * Starts a worker on the sandbox, or on `provider` for every channel, which may go by the row's kind.
 * What it sees of the server it keeps in `seenFile`, as the only one there is, or only while it runs.
 */
export function startEngine(
  database: Database,
  clock: RunningClock,
  provider?: Provider | ((kind: string) => Provider),
  seenFile: string | null = null,
): TestEngine {
  const log = createLog('silent');
  const changes = new BroadcastChanges(database.engine, clock, log);
  const sink = receiptSink(database.ledger, clock, changes.changed);
  const sandbox = new Sandbox({ address: database.address, clock, sink, log });
  // Closed by whoever made them, because a test may start several workers on one.
  const lasting = (made: Provider): Provider => ({
    capabilities: (channel) => made.capabilities(channel),
    send: (submission, signal) => made.send(submission, signal),
    query: (reference, accountId) => made.query(reference, accountId),
    list: (question) => made.list(question),
    close: async () => undefined,
  });
  const byKind = typeof provider === 'function' ? provider : () => provider ?? sandbox;
  const providers = new ProviderPool(({ kind }) => lasting(byKind(kind)));
  const { changed } = changes;
  const pool = database.ledger;
  const home = new LedgerHome({ pool, clock, log, file: seenFile, isAlone: seenFile !== null });
  const dispatcher = new Dispatcher({ pool, clock, log, providers, home, changed });
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
