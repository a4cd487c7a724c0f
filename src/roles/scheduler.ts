import type { Clock } from '../platform/clock.ts';
import { type Database, inTransaction } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { give } from '../platform/signals.ts';
import { takeBroadcast } from '../schedule/take-broadcast.ts';
import { unfinishedTaking } from '../schedule/unfinished-taking.ts';
import type { Role } from './worker.ts';

/** Milliseconds between two looks for what a crash cut off. */
const INTERVAL = 10_000;

/** Goes on with what a crash cut off: broadcasts whose recipients were not all written. */
export function startScheduler(database: Database, clock: Clock, log: Log): Role {
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = resume(database, clock).catch((error: unknown) => {
      log.error({ error }, 'scheduler: the database does not answer');
    });
  };
  look();
  const timer = setInterval(look, INTERVAL);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

async function resume(database: Database, clock: Clock): Promise<void> {
  const cutOff = await inTransaction(database.engine, (client) => unfinishedTaking(client));
  for (const { accountId, id } of cutOff) {
    await takeBroadcast(database, clock, accountId, id);
    await give(database.engine, { topic: 'work' });
  }
}
