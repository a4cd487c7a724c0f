import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testAccount } from '../../../test/support/test-account.ts';
import { testDatabase } from '../../../test/support/test-database.ts';
import type { Channel } from '../../contract/channel.ts';
import type { SandboxFault } from '../../contract/sandbox.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Receipt, SendOutcome, Submission } from '../provider.ts';
import { setFault } from './devices.ts';
import { Sandbox } from './sandbox.ts';

const database = await testDatabase();
const { id: accountId } = await testAccount(database);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const receipts: Receipt[] = [];
let refusals = 0;
const sandbox = new Sandbox({
  address: database.address,
  clock: systemClock,
  sink: async (given) => {
    if (refusals > 0) {
      refusals -= 1;
      throw new Error('the ledger is away');
    }
    receipts.push(...given);
    return { early: [] };
  },
  log,
});
afterAll(() => sandbox.close());

let phones = 0;
beforeEach(() => {
  phones += 1;
});

function submission(channel: Channel = 'sms'): Submission {
  const address = channel === 'email' ? `a${phones}@example.com` : `+1212555${1000 + phones}`;
  return { reference: randomUUID(), accountId, channel, address, name: 'Ana', text: 'Hi' };
}

function send(one: Submission): Promise<SendOutcome> {
  return sandbox.send(one, AbortSignal.timeout(10_000));
}

async function kept(reference: string): Promise<number> {
  const { rows } = await database.engine.query<{ n: number }>(
    'select count(*) as n from sandbox_message where account_id = $1 and reference = $2',
    [accountId, reference],
  );
  return rows[0]?.n ?? 0;
}

/** Sends with a fault set, and waits until the receipts that come of it are `states`. */
async function act(fault: SandboxFault, channel: Channel, states: readonly string[]) {
  const one = submission(channel);
  const kind = channel === 'email' ? 'mailbox' : 'phone';
  await setFault(database.engine, accountId, { kind, address: one.address, fault });
  const outcome = await send(one);
  const own = () => receipts.filter(({ reference }) => reference === one.reference);
  await expect.poll(() => own().map(({ state }) => state), { timeout: 8_000 }).toEqual(states);
  return { outcome, receipts: own(), kept: await kept(one.reference), reference: one.reference };
}

describe.each<Channel>(['sms', 'email', 'voice'])('%s', (channel) => {
  test('what it accepts is kept once, sent and delivered', async () => {
    const { outcome, receipts, kept, reference } = await act('none', channel, [
      'sent',
      'delivered',
    ]);
    expect(outcome).toMatchObject({ outcome: 'accepted' });
    expect(kept).toBe(1);
    expect(receipts[1]?.answeredBy).toBe(channel === 'voice' ? 'person' : null);
    const providerRef = outcome.outcome === 'accepted' ? outcome.providerRef : null;
    expect(await sandbox.query(reference, accountId)).toMatchObject({
      outcome: 'accepted',
      providerRef,
    });
  });

  test('blocked: refused for good, not kept', async () => {
    const { outcome, kept } = await act('blocked', channel, []);
    expect(outcome).toMatchObject({ outcome: 'rejected', reason: 'carrier_blocked' });
    expect(kept).toBe(0);
  });

  test('down: refused for now, not kept', async () => {
    const { outcome, kept, reference } = await act('down', channel, []);
    expect(outcome).toMatchObject({ outcome: 'retryable', reason: 'provider_down' });
    expect(kept).toBe(0);
    expect(await sandbox.query(reference, accountId)).toMatchObject({ outcome: 'absent' });
  });

  test('answer_lost: uncertain, yet kept, found when asked, and its receipts come', async () => {
    const { outcome, kept, reference } = await act('answer_lost', channel, ['sent', 'delivered']);
    expect(outcome).toMatchObject({ outcome: 'uncertain' });
    expect(kept).toBe(1);
    expect(await sandbox.query(reference, accountId)).toMatchObject({ outcome: 'accepted' });
  });
});

test('landline: a text is taken and then not delivered, a call arrives', async () => {
  const text = await act('landline', 'sms', ['sent', 'undelivered']);
  expect(text.outcome).toMatchObject({ outcome: 'accepted' });
  expect(text.receipts[1]).toMatchObject({ reason: 'not_sms_capable', code: '30006' });
  await act('landline', 'voice', ['sent', 'delivered']);
});

test('no_answer: a call ends so, a text stays on its way', async () => {
  const call = await act('no_answer', 'voice', ['sent', 'undelivered']);
  expect(call.receipts[1]).toMatchObject({ reason: 'no_answer' });
  await act('no_answer', 'sms', ['sent']);
});

test('voicemail: a machine answers', async () => {
  const call = await act('voicemail', 'voice', ['sent', 'delivered']);
  expect(call.receipts[1]).toMatchObject({ answeredBy: 'machine' });
});

test('slow: it takes its time, but accepts', async () => {
  const { outcome } = await act('slow', 'sms', ['sent', 'delivered']);
  expect(outcome).toMatchObject({ outcome: 'accepted' });
}, 15_000);

test('slow: who gives up before is not sure, and asking tells that it was not taken', async () => {
  const one = submission();
  await setFault(database.engine, accountId, {
    kind: 'phone',
    address: one.address,
    fault: 'slow',
  });
  const outcome = await sandbox.send(one, AbortSignal.timeout(50));
  expect(outcome).toMatchObject({ outcome: 'uncertain' });
  expect(await sandbox.query(one.reference, accountId)).toMatchObject({ outcome: 'absent' });
});

test('a receipt that the sink refuses is given again', async () => {
  refusals = 1;
  await act('none', 'sms', ['sent', 'delivered']);
  expect(refusals).toBe(0);
});

test('another account does not find a message by its reference', async () => {
  const { reference } = await act('none', 'sms', ['sent', 'delivered']);
  const other = await testAccount(database);
  expect(await sandbox.query(reference, other.id)).toMatchObject({ outcome: 'absent' });
});

test('thousands at once: each kept once, each receipt given', async () => {
  const all = Array.from({ length: 3_000 }, () => submission());
  const before = receipts.length;
  const outcomes = await Promise.all(all.map(send));
  expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
  const { rows } = await database.engine.query(
    `select count(*) as n, count(distinct reference) as distinct_n from sandbox_message
     where account_id = $1 and reference = any($2)`,
    [accountId, all.map(({ reference }) => reference)],
  );
  expect(rows).toEqual([{ n: 3_000, distinct_n: 3_000 }]);
  await expect.poll(() => receipts.length - before, { timeout: 20_000 }).toBe(6_000);
});

test('a message that the database refuses is a bug and is thrown, not called uncertain', async () => {
  await expect(send({ ...submission(), reference: 'not a uuid' })).rejects.toThrow('uuid');
});

test('what is on the wire is answered before it closes', async () => {
  const own = new Sandbox({
    address: database.address,
    clock: systemClock,
    sink: async () => ({ early: [] }),
    log,
  });
  const one = submission();
  const sending = own.send(one, AbortSignal.timeout(10_000));
  await own.close();
  expect(await sending).toMatchObject({ outcome: 'accepted' });
  expect(await kept(one.reference)).toBe(1);
});

test('a database that is not there is the carrier being down', async () => {
  const address = { host: '127.0.0.1', port: 1, user: 'x', password: 'x', database: 'x' };
  const own = new Sandbox({ address, clock: systemClock, sink: async () => ({ early: [] }), log });
  expect(await own.send(submission(), AbortSignal.timeout(10_000))).toMatchObject({
    outcome: 'retryable',
    reason: 'provider_down',
  });
  expect(await own.query(randomUUID(), accountId)).toMatchObject({ outcome: 'unknown' });
  await own.close();
});
