import { beforeEach, expect, test } from 'vitest';
import { makeBroadcast } from '../../../test/support/take.ts';
import { testAccount } from '../../../test/support/test-account.ts';
import { testDatabase } from '../../../test/support/test-database.ts';
import type { Account } from '../../account/account.ts';
import { MovableClock } from '../../platform/clock.ts';
import { inTransaction, openPool } from '../../platform/database.ts';
import { createLog } from '../../platform/log.ts';
import { takeBroadcast } from '../../schedule/take-broadcast.ts';
import { unfinishedTaking } from '../../schedule/unfinished-taking.ts';
import { lookUpFor } from './look-up-for.ts';
import { claimLookups, failLookups, noteLookups } from './lookup-ledger.ts';

const database = await testDatabase();
const clock = new MovableClock();
const offer = { provider: 'Carrier', price: { amount: 0.005, currency: 'USD' } };
const [one, two] = ['+12125550101', '+12125550102'] as const;
const HOUR = 3_600_000;
let account: Account;

beforeEach(async () => {
  account = await testAccount(database);
});

const claim = (...numbers: string[]) =>
  claimLookups(database.engine, account.id, numbers, offer, clock.now());
const said = (number: string, line: 'mobile' | 'landline') => ({
  number,
  line,
  carrier: 'Net\0work',
  price: null,
});

async function known(): Promise<object[]> {
  const { rows } = await database.engine.query<object>(
    'select number, line, takes_texts, source from number_line where account_id = $1 order by number',
    [account.id],
  );
  return rows;
}

async function learn(number: string, source: 'failure' | 'success', days: number): Promise<void> {
  await database.engine.query(
    `insert into number_line (account_id, number, takes_texts, source, learned_at, expires_at)
     values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + make_interval(days => $6))`,
    [account.id, number, source === 'success', source, clock.now(), days],
  );
}

test('of two who want the same numbers at once each is asked for once', async () => {
  const claims = await Promise.all([claim(one, two), claim(two, one), claim(two)]);
  expect(claims.flatMap(({ numbers }) => numbers).sort()).toEqual([one, two]);
});

test('what became of a text meanwhile goes before the answer; what is too old does not', async () => {
  const claimed = await claim(one, two);
  await learn(one, 'failure', 180);
  await learn(two, 'failure', 0);
  clock.advance(1_000);
  const answers = [said(one, 'mobile'), said(two, 'mobile')];
  await noteLookups(database.engine, claimed, answers, clock.now());
  expect(await known()).toEqual([
    { number: one, line: 'unknown', takes_texts: false, source: 'failure' },
    { number: two, line: 'mobile', takes_texts: true, source: 'lookup' },
  ]);
});

test('who was erased while the carrier was asked is not known again', async () => {
  const claimed = await claim(one);
  await database.engine.query('delete from number_lookup where account_id = $1', [account.id]);
  await noteLookups(database.engine, claimed, [said(one, 'landline')], clock.now());
  expect(await known()).toEqual([]);
});

test('an answer that a crash took is not asked for again for a day, and counts no more after that', async () => {
  const lost = await claim(one);
  clock.advance(23 * HOUR);
  expect((await claim(one)).numbers).toEqual([]);
  clock.advance(2 * HOUR);
  const again = await claim(one);
  expect(again.numbers).toEqual([one]);
  await noteLookups(database.engine, lost, [said(one, 'landline')], clock.now());
  expect(await known()).toEqual([]);
  await noteLookups(database.engine, again, [said(one, 'mobile')], clock.now());
  expect(await known()).toMatchObject([{ number: one, line: 'mobile' }]);
});

test('what was refused for now is asked again when the provider says, within a day', async () => {
  const refusal = {
    outcome: 'retryable',
    reason: 'provider_down',
    code: null,
    answer: 'no',
  } as const;
  for (const [retryAfter, hours] of [
    [undefined, 1],
    [3 * HOUR, 4],
    [1_000 * HOUR, 25],
  ] as const) {
    const { numbers, ...rest } = await claim(one);
    expect(numbers).toEqual([one]);
    const failure = retryAfter === undefined ? refusal : { ...refusal, retryAfter };
    await failLookups(database.engine, { numbers, ...rest }, numbers, failure, clock.now());
    clock.advance(10 * 60_000);
    expect((await claim(one)).numbers).toEqual([]);
    clock.advance(hours * HOUR);
  }
});

test('a message waits for its numbers, and goes on without them when it is cut off or nobody can be asked', async () => {
  await database.engine.query('update sending_policy set looks_up = true where account_id = $1', [
    account.id,
  ]);
  const request = {
    audience: { people: [{ name: 'Ana Ruiz', phone: one }] },
    content: { sms: { text: 'Read.' }, voice: { text: 'Hear.' } },
    callOnlyWithoutSms: true,
  };
  const stateOf = async (id: string) => {
    const { rows } = await database.engine.query<{ state: string }>(
      'select state from broadcast where account_id = $1 and id = $2',
      [account.id, id],
    );
    return rows[0]?.state;
  };
  const unfinished = async () =>
    (await inTransaction(database.engine, (client) => unfinishedTaking(client, clock.now()))).map(
      ({ id }) => id,
    );
  const cutOff = await makeBroadcast(database, clock, account, request);
  await takeBroadcast(database, clock, account.id, cutOff);
  expect([await stateOf(cutOff), await unfinished()]).toEqual(['taking', []]);
  const refused = await makeBroadcast(database, clock, account, request);
  const open = () => {
    throw new Error('its settings cannot be read');
  };
  await lookUpFor({ database, clock, open }, createLog('silent'), account.id, refused);
  expect(await unfinished()).toEqual([refused]);
  clock.advance(31_000);
  expect((await unfinished()).sort()).toEqual([cutOff, refused].sort());
  for (const id of [cutOff, refused]) {
    await takeBroadcast(database, clock, account.id, id);
    expect(await stateOf(id)).toBe('scheduled');
  }
});

test('nobody is asked over a database that may forget what was asked; the message goes on', async () => {
  await database.engine.query('update sending_policy set looks_up = true where account_id = $1', [
    account.id,
  ]);
  const id = await makeBroadcast(database, clock, account, {
    audience: { people: [{ name: 'Ana Ruiz', phone: one }] },
    content: { sms: { text: 'Read.' }, voice: { text: 'Hear.' } },
    callOnlyWithoutSms: true,
  });
  const engine = openPool(database.address, 'headsup_engine', 2, ['synchronous_commit=off']);
  let opened = 0;
  const open = () => {
    opened += 1;
    throw new Error('nobody may be asked');
  };
  const tools = { database: { ...database, engine }, clock, open };
  await lookUpFor(tools, createLog('silent'), account.id, id);
  await engine.end();
  expect(opened).toBe(0);
  await takeBroadcast(database, clock, account.id, id);
  const { rows } = await database.engine.query(
    'select state from broadcast where account_id = $1 and id = $2',
    [account.id, id],
  );
  expect(rows).toEqual([{ state: 'scheduled' }]);
});
