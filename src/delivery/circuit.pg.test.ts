import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import type { Account } from '../account/account.ts';
import { MovableClock } from '../platform/clock.ts';
import type { Provider, SendOutcome } from '../providers/provider.ts';
import { closeCircuit } from './circuit.ts';

const database = await testDatabase();
const clock = new MovableClock();
const engines: TestEngine[] = [];
let account: Account;

beforeEach(async () => {
  account = await testAccount(database);
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

const down = (code = 'ECONNREFUSED'): SendOutcome => {
  const answer = 'connection refused';
  return { outcome: 'retryable', reason: 'provider_down', code, answer };
};

function start(provider: Provider | ((kind: string) => Provider)): TestEngine {
  const engine = startEngine(database, clock, provider);
  engines.push(engine);
  return engine;
}

async function send(count: number): Promise<string> {
  await addAppointments(database, account, people(count));
  const audience = { appointments: { filter: {}, excludeIds: [] }, people: [] };
  return take(database, clock, account, { audience, content: { sms: { text: 'Hello' } } });
}

type Row = { failures: number; reason: string; wait: number };

async function circuit(): Promise<Row | null> {
  const { rows } = await database.engine.query<Row>(
    `select failures, reason, extract(epoch from retry_at - $2::timestamptz)::float8 as wait
       from circuit where account_id = $1`,
    [account.id, clock.now()],
  );
  return rows[0] ?? null;
}

const waits = async () =>
  (
    await database.engine.query<{ waitsFor: string | null }>(
      'select waits_for as "waitsFor" from lane where account_id = $1 and wake_at > $2',
      [account.id, clock.now()],
    )
  ).rows[0]?.waitsFor;

/** A second provider for text messages, behind the first; returns its id. */
async function addSecond(): Promise<string> {
  const { rows } = await database.engine.query<{ id: string }>(
    `with fresh as (insert into provider (account_id, kind, name) values ($1, 'other', 'Other') returning id)
     insert into channel_provider (account_id, channel, provider_id, position)
     select $1, 'sms', id, 1 from fresh returning provider_id as id`,
    [account.id],
  );
  return rows[0]?.id ?? '';
}

describe('a provider that is away', () => {
  it('is left alone after a few failures; its messages wait and keep their tries', async () => {
    let isDown = true;
    const { double, calls } = carrier(() => (isDown ? down() : taken));
    const id = await send(100);
    start(double);
    await waitFor(circuit, (row) => row !== null);
    await waitFor(waits, (why) => why === 'circuit');
    expect(await circuit()).toMatchObject({ failures: 1, reason: 'provider_down' });
    expect(calls.length).toBeLessThanOrEqual(10);
    const { rows } = await database.engine.query(
      `select count(*) as n from delivery where account_id = $1 and attempts = 0 and state = 'ready'`,
      [account.id],
    );
    expect(rows[0]?.n).toBeGreaterThanOrEqual(90);
    isDown = false;
    clock.advance(6_000);
    await until(database, account.id, id, (b) => b.state === 'sent');
    expect(await circuit()).toBeNull();
    expect(await kept(database, account.id, id)).toEqual({ with_carrier: 100 });
  });

  it('is tried by one message over all workers, and left alone for twice as long after each', async () => {
    let isDown = true;
    const { double, calls } = carrier(() => (isDown ? down() : taken));
    const id = await send(60);
    for (let n = 0; n < 3; n += 1) start(double);
    await waitFor(circuit, (row) => row !== null);
    for (const [failures, longest] of [
      [2, 10],
      [3, 20],
      [4, 40],
    ] as const) {
      await waitFor(waits, (why) => why === 'circuit');
      const before = calls.length;
      clock.advance((longest / 2) * 1_000 + 1_000);
      const row = await waitFor(circuit, (one) => (one?.failures ?? 0) >= failures);
      expect(row?.wait).toBeGreaterThan(longest - 2);
      expect(row?.wait).toBeLessThan(longest + 1);
      expect(calls.length).toBe(before + 1);
    }
    isDown = false;
    clock.advance(3_600_000);
    await until(database, account.id, id, (b) => b.state === 'sent');
    expect(await kept(database, account.id, id)).toEqual({ with_carrier: 60 });
  });

  it('is not called sooner than it asked for', async () => {
    const { double } = carrier(() => ({ ...down('503'), retryAfter: 90_000 }));
    await send(20);
    start(double);
    const row = await waitFor(circuit, (one) => one !== null);
    expect(row?.wait).toBeGreaterThan(85);
  });

  it('fails no message for good, however long a single one waits for it', async () => {
    let isDown = true;
    const { double, calls } = carrier(() => (isDown ? down() : taken));
    const id = await send(1);
    start(double);
    for (let tries = 1; tries <= 12; tries += 1) {
      await waitFor(
        async () => calls.length,
        (n) => n >= tries,
      );
      await waitFor(waits, (why) => why !== undefined);
      clock.advance(301_000);
    }
    isDown = false;
    clock.advance(301_000);
    await until(database, account.id, id, (b) => b.state === 'sent');
    expect(await kept(database, account.id, id)).toEqual({ with_carrier: 1 });
  });

  it('is left at once where its owner must mend it, and called again as soon as they did', async () => {
    const wrong = 'wrong password';
    const refusal = {
      outcome: 'retryable',
      reason: 'provider_misconfigured',
      code: '535',
    } as const;
    let isWrong = true;
    const { double } = carrier(() => (isWrong ? { ...refusal, answer: wrong } : taken), {
      window: 1,
    });
    const id = await send(30);
    start(double);
    await waitFor(waits, (why) => why === 'circuit');
    expect(await circuit()).toMatchObject({ reason: 'provider_misconfigured' });
    isWrong = false;
    const { rows } = await database.engine.query<{ id: string }>(
      'select provider_id as id from circuit where account_id = $1',
      [account.id],
    );
    await closeCircuit(database.engine, account.id, rows[0]?.id ?? '', null, clock.now());
    await until(database, account.id, id, (b) => b.state === 'sent');
    expect(await kept(database, account.id, id)).toEqual({ with_carrier: 30 });
  });

  it('says nothing against itself by refusing messages', async () => {
    const { double } = carrier(() => ({
      outcome: 'rejected',
      reason: 'carrier_blocked',
      code: '30007',
      answer: 'spam',
    }));
    const id = await send(40);
    start(double);
    await until(database, account.id, id, (b) => b.state === 'sent');
    expect(await circuit()).toBeNull();
    expect(await kept(database, account.id, id)).toEqual({ not_delivered: 40 });
  });
});

describe('a second provider', () => {
  it('carries on while the first is away, nobody hears twice, and the first comes back', async () => {
    await addSecond();
    let calls = 0;
    let isDown = false;
    const first = carrier(
      (_, tries) => {
        calls += 1;
        if (isDown) return down();
        // What it did with this one, only it can say.
        if (calls === 7 && tries === 1) return { outcome: 'uncertain', answer: 'reset by peer' };
        if (calls >= 30) isDown = true;
        return taken;
      },
      { query: true, window: 5 },
    );
    const asked: string[] = [];
    const second = carrier(() => taken, { query: true, window: 5 });
    const query: Provider['query'] = async (reference) => {
      asked.push(reference);
      return { outcome: 'absent', answer: 'never heard of it' };
    };
    const byKind = (kind: string) =>
      kind === 'other' ? { ...second.double, query } : first.double;
    const id = await send(200);
    start(byKind);
    start(byKind);
    await waitFor(
      async () => second.calls.length,
      (n) => n > 20,
    );
    // The one in doubt is the first's affair, whoever carries the channel now.
    clock.advance(120_000);
    await waitFor(
      async () => (await recount(database, account.id, id)).not_sure ?? 0,
      (n) => n === 0,
    );
    expect(asked).toEqual([]);
    isDown = false;
    calls = -1_000_000;
    clock.advance(600_000);
    await until(database, account.id, id, (b) => b.state === 'sent');
    expect(await kept(database, account.id, id)).toEqual({ with_carrier: 200 });
    const { rows } = await database.engine.query(
      `select count(*) as n, count(distinct delivery_id) as people from attempt
        where account_id = $1 and state = 'accepted'`,
      [account.id],
    );
    expect(rows).toEqual([{ n: 200, people: 200 }]);
    const again = await send(1);
    const before = second.calls.length;
    await until(database, account.id, again, (b) => b.state === 'sent');
    expect(second.calls.length).toBe(before);
  });
});
