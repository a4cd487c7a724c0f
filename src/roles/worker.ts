import { Dispatcher, type DispatcherParts } from '../delivery/dispatcher.ts';
import type { Signals } from '../platform/signals.ts';

/** A role of the process that runs until it is stopped. */
export type Role = { stop(): Promise<void> };

/** Delivers: works through due lanes, woken by signals. */
export function startWorker(parts: DispatcherParts, signals: Signals): Role {
  const dispatcher = new Dispatcher(parts);
  const unlisten = signals.onSignal(({ topic }) => {
    if (topic !== 'broadcast') dispatcher.wake();
  });
  dispatcher.start();
  return {
    stop: async () => {
      unlisten();
      await dispatcher.stop();
    },
  };
}
