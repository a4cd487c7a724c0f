import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../src/platform/database.ts';
import { migrate } from '../../src/platform/migrate.ts';
import type { Carrier } from './carrier/carrier.ts';
import { startHttpCarrier } from './carrier/http-carrier.ts';
import { startSmtpCarrier } from './carrier/smtp-carrier.ts';
import { CrashableDatabase } from './crashable-database.ts';
import { Crew } from './crew.ts';
import { type Judgement, judge } from './judge.ts';
import { isSettled, type Ledger, prepareLedger, states } from './ledger.ts';
import type { Settings } from './settings.ts';
import { type Trouble, troublesOf } from './trouble.ts';

/** Milliseconds after the last crash until everything must have come to rest. */
const PATIENCE = 300_000;
/** Milliseconds between two lines of progress. */
const PROGRESS = 5_000;

/** Where a run works and speaks, and what stops it early. */
export type Surroundings = { folder: string; say(line: string): void; signal: AbortSignal };

/** Runs it all; what it started has ended when it returns or throws. */
export async function crashRun(settings: Settings, around: Surroundings): Promise<Judgement> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    return await Promise.race([run(settings, around, undo), stopOf(around.signal)]);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function run(
  settings: Settings,
  { folder, say }: Surroundings,
  undo: (() => Promise<unknown>)[],
): Promise<Judgement> {
  const start = settings.provider === 'http' ? startHttpCarrier : startSmtpCarrier;
  const carrier = await start(settings);
  undo.push(() => carrier.close());
  const server = await CrashableDatabase.start(folder);
  undo.push(() => server.stop());
  await migrate({ connectionString: server.url });
  const database = openDatabase({ connectionString: server.url });
  undo.push(() => database.close());
  const ledger = await prepareLedger(database, carrier, settings.messages);
  const { workers: size, plant } = settings;
  const crew = new Crew({ size, databaseUrl: server.url, folder, plant });
  undo.push(() => crew.stop());
  const watch = setInterval(() => say(progress(carrier, crew)), PROGRESS);
  undo.push(async () => clearInterval(watch));

  const dbCrashes = await strike(troublesOf(settings), carrier, crew, server);
  const settled = await comesToRest(ledger, say);
  if (!settled || crew.falls > 0) say(await crew.lastWords());
  return judge(
    settings,
    { carrier, ledger, settled, kills: crew.kills, dbCrashes, falls: crew.falls },
    say,
  );
}

/** Crashes what is to be crashed, each in its time; returns how often it was the database. */
async function strike(
  troubles: readonly Trouble[],
  { book }: Carrier,
  crew: Crew,
  server: CrashableDatabase,
): Promise<number> {
  let crashes = 0;
  let restarted: Promise<void> = Promise.resolve();
  for (const trouble of troubles) {
    await book.reaches(trouble.after);
    await sleep(trouble.pause);
    if (trouble.what === 'worker') await crew.kill(trouble.place);
    else {
      // Workers are killed on while it is away.
      await restarted;
      await server.crash();
      crashes += 1;
      restarted = sleep(trouble.away).then(() => server.restart());
      restarted.catch(() => undefined);
    }
  }
  await restarted;
  return crashes;
}

async function comesToRest(ledger: Ledger, say: (line: string) => void): Promise<boolean> {
  const end = performance.now() + PATIENCE;
  let told = 0;
  while (performance.now() < end) {
    if (await isSettled(ledger)) return true;
    if (performance.now() - told > PROGRESS) {
      told = performance.now();
      say(`settling: ${JSON.stringify(await states(ledger))}`);
    }
    await sleep(200);
  }
  return false;
}

function progress({ book }: Carrier, crew: Crew): string {
  return `${book.taken} taken, ${crew.kills} kills`;
}

function stopOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
