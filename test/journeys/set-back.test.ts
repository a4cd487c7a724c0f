import { appendFile, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { Account } from '../../src/account/account.ts';
import { gapNotice } from '../../src/delivery/gap-notice.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { migrate } from '../../src/platform/migrate.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/postgres/embedded.ts';
import { setPaused } from '../../src/schedule/take-back.ts';
import { addAppointments } from '../support/appointments.ts';
import { carrier, people, taken } from '../support/carrier.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { temporaryFolder } from '../support/headsup-process.ts';
import { kept, recount, until } from '../support/ledger.ts';
import { endPostgres } from '../support/postgres-of-folder.ts';
import { take } from '../support/take.ts';
import { testAccount } from '../support/test-account.ts';

const clock = new MovableClock();
const everybody = {
  audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
  content: { sms: { text: 'Hello' } },
};
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A data folder with its PostgreSQL, which can be stopped, exchanged and started again. */
async function home() {
  const folder = await temporaryFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const cluster = join(folder, 'postgres');
  let postgres: EmbeddedPostgres | null = null;
  let database: Database | null = null;
  /** The server alone; what is connected to it finds the next one at the same place. */
  const startServer = async () => {
    postgres = await startEmbeddedPostgres(folder);
    return postgres;
  };
  const stopServer = async () => {
    await postgres?.stop();
    postgres = null;
  };
  const start = async () => {
    const { address } = await startServer();
    await migrate(address);
    database = openDatabase(address);
    return database;
  };
  const stop = async () => {
    await database?.close();
    database = null;
    await stopServer();
  };
  undo.push(stop);
  const seen = join(folder, 'ledger-seen.json');
  return { cluster, seen, start, stop, startServer, stopServer };
}

async function engineOn(
  database: Database,
  double: Parameters<typeof startEngine>[2],
  seen: string,
) {
  const engine: TestEngine = startEngine(database, clock, double, seen);
  const end = async () => {
    undo.splice(undo.indexOf(end), 1);
    await engine.stop();
  };
  undo.push(end);
  return { ...engine, end };
}

async function accountWith(database: Database, count: number): Promise<Account> {
  const account = await testAccount(database);
  await addAppointments(database, account, people(count));
  return account;
}

/** Takes everything, some milliseconds each, so that it can be stopped in the middle. */
const slowly = () =>
  carrier(
    async () => {
      await sleep(2);
      return taken;
    },
    { window: 5 },
  );

async function gaps(database: Database): Promise<number> {
  return (await database.engine.query('select from ledger_gap')).rowCount ?? 0;
}

it('sends nothing again after an old copy of the database was put back, but what was due later', async () => {
  const server = await home();
  const old = `${server.cluster}.copy`;
  let database = await server.start();
  const account = await accountWith(database, 500);
  const later = new Date(clock.now().getTime() + 3_600_000);
  const tomorrow = await take(database, clock, account, everybody, later);
  const id = await take(database, clock, account, everybody);
  const { double, calls } = slowly();
  let engine = await engineOn(database, double, server.seen);
  await until(database, account.id, id, (b) => (b.counts.with_carrier ?? 0) > 100);
  await engine.end();
  await server.stop();
  await cp(server.cluster, old, { recursive: true });
  const before = calls.length;

  database = await server.start();
  engine = await engineOn(database, double, server.seen);
  await until(database, account.id, id, (b) => (b.counts.with_carrier ?? 0) > 300);
  await engine.end();
  // An ordinary stop and start is no reason to doubt.
  expect(await gaps(database)).toBe(0);
  await server.stop();
  expect(calls.length).toBeGreaterThan(before + 100);
  await rm(server.cluster, { recursive: true });
  await rename(old, server.cluster);

  const sentByThen = calls.length;
  database = await server.start();
  engine = await engineOn(database, double, server.seen);
  const { counts } = await until(database, account.id, id, (b) => b.state === 'sent');
  expect(calls.length).toBe(sentByThen);
  expect(new Set(calls).size).toBe(calls.length);
  expect(counts.with_carrier).toBe(before);
  expect(counts.not_sure).toBe(500 - before);
  expect(await kept(database, account.id, id)).toEqual(await recount(database, account.id, id));
  const { rows } = await database.engine.query(
    `select distinct d.failure, a.state, a.reason from delivery d
       join attempt a on a.account_id = d.account_id and a.delivery_id = d.id and a.number = d.attempts
      where d.account_id = $1 and d.state = 'uncertain'`,
    [account.id],
  );
  expect(rows).toEqual([
    { failure: 'ledger_restored', state: 'uncertain', reason: 'ledger_restored' },
  ]);
  expect(await gapNotice(database.engine)).toMatch(/shown as not sure/);
  clock.moveTo(later);
  await until(database, account.id, tomorrow, (b) => b.counts.with_carrier === 500);
  expect(await gaps(database)).toBe(1);
  await engine.end();
});

it('notices a new timeline under a running worker before anything is sent on it, and takes no crash for one', async () => {
  const server = await home();
  const database = await server.start();
  const account = await accountWith(database, 300);
  const id = await take(database, clock, account, everybody);
  const { double, calls } = slowly();
  const engine = await engineOn(database, double, server.seen);
  await until(database, account.id, id, (b) => (b.counts.with_carrier ?? 0) > 50);
  await endPostgres(server.cluster);
  await server.stopServer();
  await server.startServer();
  await until(database, account.id, id, (b) => (b.counts.with_carrier ?? 0) > 150);
  expect(await gaps(database)).toBe(0);

  await setPaused(database, clock, account.id, id, true);
  await until(database, account.id, id, (b) => b.counts.sending === 0);
  await setPaused(database, clock, account.id, id, false);
  await server.stopServer();
  const sentByThen = new Set(calls);
  // What PostgreSQL does at a promotion: recovery ends, and a new timeline begins.
  await writeFile(join(server.cluster, 'recovery.signal'), '');
  await appendFile(join(server.cluster, 'postgresql.auto.conf'), `restore_command = 'false'\n`);
  await server.startServer();
  await until(database, account.id, id, (b) => (b.counts.not_sure ?? 0) > 0);
  // What was claimed just then comes back when its lease ends.
  clock.advance(21_000);
  const { counts } = await until(database, account.id, id, (b) => b.state === 'sent');
  expect(await gaps(database)).toBe(1);
  expect(new Set(calls).size).toBe(calls.length);
  expect(new Set(calls)).toEqual(sentByThen);
  expect((counts.with_carrier ?? 0) + (counts.not_sure ?? 0)).toBe(300);
  expect(await kept(database, account.id, id)).toEqual(await recount(database, account.id, id));
  // On its new timeline it goes on as before.
  const next = await take(database, clock, account, everybody);
  await until(database, account.id, next, (b) => b.counts.with_carrier === 300);
  await engine.end();
});
