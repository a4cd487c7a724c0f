import { fillContactNumbers } from '../audience/fill-contact-numbers.ts';
import { forgetLines } from '../audience/forget-lines.ts';
import { fillNumberFacts } from '../calendars/fill-number-facts.ts';
import { forgetContacts } from '../delivery/forget-contacts.ts';
import { lookUpFor } from '../delivery/lookup/look-up-for.ts';
import type { OpenProvider } from '../delivery/provider-pool.ts';
import { cleanBlobs } from '../message/attachments/clean-blobs.ts';
import type { BlobStore } from '../platform/blob-store.ts';
import type { RunningClock } from '../platform/clock.ts';
import { type Database, inTransaction } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { give } from '../platform/signals.ts';
import { activate, dueToActivate } from '../schedule/activate.ts';
import { takeBroadcast } from '../schedule/take-broadcast.ts';
import { unfinishedTaking } from '../schedule/unfinished-taking.ts';
import { Background } from './background.ts';
import { goOnWithImports } from './go-on-with-imports.ts';
import type { Role } from './worker.ts';

/** Milliseconds between two looks for messages whose audience is due to be worked out. */
const INTERVAL = 1_000;
/** Every so many looks, what a crash cut off is looked for too. */
const LONG_LOOK = 10;

/** What it works with. */
export type SchedulerParts = {
  database: Database;
  clock: RunningClock;
  log: Log;
  blobs: BlobStore;
  open: OpenProvider;
};

/**
 * Works out who gets a message whose time has come, where that was left until then; goes on with what a
 * crash cut off, broadcasts whose recipients were not all written; and tidies up.
 */
export function startScheduler(parts: SchedulerParts): Role {
  const { database, clock, log } = parts;
  let running: Promise<void> | null = null;
  let isStopped = false;
  const mayGoOn = () => !isStopped;
  let looks = 0;
  const lookups = new Background((error) => {
    log.error({ error }, 'scheduler: the database does not answer');
  });
  const work = async () => {
    const begun = await begin(parts, mayGoOn, lookups);
    const isLong = looks++ % LONG_LOOK === 0;
    if (begun || isLong) await resume(database, clock, log, mayGoOn);
    if (isLong) await tidy(parts, mayGoOn);
  };
  const look = () => {
    running ??= work()
      .catch((error: unknown) => {
        log.error({ error }, 'scheduler: the database does not answer');
      })
      .finally(() => {
        running = null;
      });
  };
  look();
  const imports = goOnWithImports(database, clock, log);
  const timer = setInterval(look, INTERVAL);
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await Promise.all([running, imports.stop()]);
      await lookups.ended();
    },
  };
}

/** Whether any began. One whose numbers are looked up first is taken after that. */
async function begin(
  { database, clock, log, open }: SchedulerParts,
  mayGoOn: () => boolean,
  lookups: Background,
): Promise<boolean> {
  const due = await dueToActivate(database.engine, clock.now());
  for (const { accountId, id } of due) {
    if (!mayGoOn()) break;
    try {
      if (!(await activate(database, clock, accountId, id))) continue;
      lookups.start(async () => {
        await lookUpFor({ database, clock, open }, log, accountId, id);
        await takeBroadcast(database, clock, accountId, id, { mayGoOn });
        await give(database.engine, { topic: 'work' });
      });
    } catch (error) {
      log.error({ error, broadcast: id }, 'scheduler: an audience could not be worked out');
    }
  }
  return due.length > 0;
}

async function resume(
  database: Database,
  clock: RunningClock,
  log: Log,
  mayGoOn: () => boolean,
): Promise<void> {
  const cutOff = await inTransaction(database.engine, (client) =>
    unfinishedTaking(client, clock.now()),
  );
  for (const { accountId, id } of cutOff) {
    if (!mayGoOn()) return;
    try {
      await takeBroadcast(database, clock, accountId, id, { mayGoOn });
      await give(database.engine, { topic: 'work' });
    } catch (error) {
      // One that cannot be taken must not keep the others from it.
      log.error({ error, broadcast: id }, 'scheduler: a broadcast could not be taken');
    }
  }
}

/** What is looked up or forgotten little by little. */
async function tidy(
  { database, clock, log, blobs }: SchedulerParts,
  mayGoOn: () => boolean,
): Promise<void> {
  await forgetContacts(database.engine, clock.now());
  await forgetLines(database.engine, clock.now());
  for (const fill of [fillNumberFacts, fillContactNumbers]) {
    let more = true;
    while (more && mayGoOn()) more = await inTransaction(database.engine, fill);
  }
  try {
    let more = true;
    while (more && mayGoOn()) more = await cleanBlobs(database, blobs, clock.now());
  } catch (error) {
    log.warn({ error }, 'scheduler: files that nobody uses could not be removed');
  }
}
