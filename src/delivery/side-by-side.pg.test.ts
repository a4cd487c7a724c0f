import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { shutDoor } from '../account/door-lock.ts';
import { MovableClock } from '../platform/clock.ts';
import { type Database, inTransaction, openDatabase } from '../platform/database.ts';
import type { Capabilities } from '../providers/provider.ts';

const database = await testDatabase();
const clock = new MovableClock();
const PEOPLE = 400;
const engines: TestEngine[] = [];
const opened: Database[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
  for (const one of opened.splice(0)) await one.close();
});

/** A database of which word of a tick comes late, now and then. */
function withLateWord(): Database {
  const late = openDatabase(database.address);
  opened.push(late);
  late.ledger.on('connect', (client) => {
    const query = client.query.bind(client);
    const lately = async (...asked: Parameters<typeof query>) => {
      const result = await query(...asked);
      const [config] = asked as unknown[];
      const isTick = typeof config === 'object' && config !== null && 'name' in config;
      if (isTick && config.name === 'tick') await sleep(randomInt(12));
      return result;
    };
    Object.assign(client, { query: lately });
  });
  return late;
}

/** Sends to everybody, while something is done again and again; returns who was called how often. */
async function sendWhile(
  work: (accountId: string) => Promise<unknown>,
  can: Partial<Capabilities> = {},
): Promise<number[]> {
  const account = await testAccount(database);
  await addAppointments(database, account, people(PEOPLE));
  const id = await take(database, clock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'Hello {{ participant.first_name }}' } },
  });
  const { double, calls } = carrier(
    async () => {
      await sleep(randomInt(1, 8));
      return taken;
    },
    { window: 20, ...can },
  );
  engines.push(startEngine(withLateWord(), clock, double));
  const isOver = async () => (await until(database, account.id, id, () => true)).state === 'sent';
  for (let round = 0; round < 80 && !(await isOver()); round += 1) {
    await work(account.id);
    await sleep(randomInt(4));
  }
  await until(database, account.id, id, ({ state }) => state === 'sent');
  return [...Map.groupBy(calls, (number) => number).values()].map(({ length }) => length);
}

const once = Array.from({ length: PEOPLE }, () => 1);

it('forgets nobody where a policy changes while ticks are under way: no claim has to end for it', async () => {
  const began = performance.now();
  const change = 'update sending_policy set version = version + 1 where account_id = $1';
  // A limit of speed, so that the run also waits for what it leases.
  const times = await sendWhile((accountId) => database.engine.query(change, [accountId]), {
    rate: 600,
  });
  expect(times).toEqual(once);
  // A claim that nobody remembers holds for twenty seconds.
  expect(performance.now() - began).toBeLessThan(20_000);
});

it('calls nobody twice where what it holds is released, and claimed anew, while ticks are under way', async () => {
  const times = await sendWhile((accountId) =>
    inTransaction(database.engine, async (client) => {
      await shutDoor(client, accountId);
      await client.query(
        `update delivery set state = 'ready', claim_id = null, lease_until = null
          where account_id = $1 and state = 'claimed' and random() < 0.5`,
        [accountId],
      );
    }),
  );
  expect(times).toEqual(once);
});
