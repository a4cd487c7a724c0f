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
    return await run(settings, around, undo);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function run(
  settings: Settings,
  { folder, say, signal }: Surroundings,
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

  const dbCrashes = await strike(troublesOf(settings), { carrier, crew, server, signal });
  const settled = await comesToRest(ledger, say, signal);
  if (!settled || crew.falls > 0) say(await crew.lastWords());
  return judge(
    settings,
    { carrier, ledger, settled, kills: crew.kills, dbCrashes, falls: crew.falls },
    say,
  );
}

type Stage = { carrier: Carrier; crew: Crew; server: CrashableDatabase; signal: AbortSignal };

/** Crashes what is to be crashed, each in its time; returns how often it was the database. */
async function strike(
  troubles: readonly Trouble[],
  { carrier, crew, server, signal }: Stage,
): Promise<number> {
  let crashes = 0;
  let restarted: Promise<void> = Promise.resolve();
  const stalls: Promise<void>[] = [];
  try {
    for (const trouble of troubles) {
      await carrier.book.reaches(trouble.after, signal);
      await sleep(trouble.pause);
      if (trouble.what === 'worker') await crew.kill(trouble.place);
      else if (trouble.what === 'stall') {
        stalls.push(crew.stall(trouble.place, trouble.milliseconds));
      } else {
        await restarted;
        await server.crash();
        crashes += 1;
        // Not waited for: workers are killed on while it is away.
        restarted = sleep(trouble.away).then(() => server.restart());
      }
    }
  } finally {
    await Promise.all([restarted, ...stalls]);
  }
  return crashes;
}

async function comesToRest(
  ledger: Ledger,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const end = performance.now() + PATIENCE;
  let told = 0;
  while (performance.now() < end) {
    signal.throwIfAborted();
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
