import { forgetImports, unfinishedImports } from '../audience/import/change-import.ts';
import { runImport } from '../audience/import/run-import.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import type { Role } from './worker.ts';

/** Milliseconds between two looks for what a crash cut off. */
const INTERVAL = 10_000;

/**
 * Goes on with files of contacts that were being checked or written when a process ended, and takes away
 * what nobody needs of them. Beside everything else, since one may take half a minute.
 */
export function goOnWithImports(database: Database, clock: Clock, log: Log): Role {
  let running: Promise<void> | null = null;
  let isStopped = false;
  const mayGoOn = () => !isStopped;
  const look = () => {
    running ??= resume(database, clock, log, mayGoOn)
      .catch((error: unknown) => {
        log.error({ error }, 'scheduler: imports of contacts cannot be looked at');
      })
      .finally(() => {
        running = null;
      });
  };
  look();
  const timer = setInterval(look, INTERVAL);
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function resume(
  database: Database,
  clock: Clock,
  log: Log,
  mayGoOn: () => boolean,
): Promise<void> {
  for (const { accountId, id } of await unfinishedImports(database.engine)) {
    if (!mayGoOn()) return;
    try {
      await runImport(database, clock, accountId, id, { mayGoOn });
    } catch (error) {
      // One that fails must not keep the others from it.
      log.error(
        { error, import: id },
        'scheduler: an import of contacts could not be gone on with',
      );
    }
  }
  while (mayGoOn() && (await forgetImports(database.engine, clock.now())));
}
