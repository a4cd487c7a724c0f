import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import type { Account } from '../account/account.ts';
import { MovableClock } from '../platform/clock.ts';
import type { Provider, Receipt } from '../providers/provider.ts';
import { receiptSink } from './record-receipts.ts';
import { settleDelivery } from './settle.ts';

const database = await testDatabase();
const clock = new MovableClock();
const sink = receiptSink(database.ledger, clock, () => undefined);

/** What the carrier reports in the end, by number; the odd ones never arrived. */
function reports(accountId: string, reference: string, address: string): Receipt[] {
  const blank = { accountId, reference, answeredBy: null, answer: 'zero \0 byte', code: null };
  const [at, later] = [clock.now(), new Date(clock.now().getTime() + 1_000)];
  const end = Number(address.at(-1)) % 2 === 0 ? ('delivered' as const) : ('undelivered' as const);
  const reason = end === 'undelivered' ? ('unreachable' as const) : null;
  return [
    { ...blank, state: 'sent', reason: null, occurredAt: at },
    { ...blank, state: end, reason, occurredAt: later },
  ];
}

/** Sends to forty people; `early` of the reports come before the answer. Returns the rest of them. */
async function sendTo40(early: readonly boolean[]) {
  const account = await testAccount(database);
  await addAppointments(database, account, people(40));
  const late: Receipt[] = [];
  const { double } = carrier(() => taken, { receipts: true });
  const send: Provider['send'] = async (submission) => {
    const { reference, address } = submission;
    for (const [n, report] of reports(account.id, reference, address).entries()) {
      if (early[(Number(address.slice(-2)) + n) % early.length]) await sink([report, report]);
      late.push(report);
    }
    return { ...taken, providerRef: `ref ${address}` };
  };
  const id = await take(database, clock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'Hello' } },
  });
  const engine = startEngine(database, clock, { ...double, send });
  await until(database, account.id, id, (b) => b.state === 'sent');
  await engine.stop();
  return { account, id, late };
}

async function ledger(accountId: string) {
  const { rows } = await database.engine.query(
    `select d.address, d.state, d.failure, a.state as attempt, a.provider_ref, count(r.id) as receipts
       from delivery d
       join attempt a on a.account_id = $1 and a.delivery_id = d.id
       join receipt r on r.account_id = $1 and r.attempt_id = a.id
      where d.account_id = $1 group by 1, 2, 3, 4, 5 order by 1`,
    [accountId],
  );
  return rows;
}

it('comes to the same end however often and in whatever order receipts come, before the answer or after', async () => {
  const seen: object[] = [];
  const arrangement = fc.record({
    early: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
    order: fc.integer(),
  });
  for (const { early, order } of fc.sample(arrangement, { numRuns: 6 })) {
    const { account, id, late } = await sendTo40(early);
    const all = Array.from({ length: 5 }, () => late).flat();
    const shuffled = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), {
      numRuns: 1,
      seed: order,
    });
    const batches = shuffled.flat();
    const hands: Promise<unknown>[] = [];
    for (let at = 0; at < batches.length; at += 37) hands.push(sink(batches.slice(at, at + 37)));
    await Promise.all(hands);
    expect(await kept(database, account.id, id)).toEqual({ delivered: 20, not_delivered: 20 });
    expect(await recount(database, account.id, id)).toEqual({ delivered: 20, not_delivered: 20 });
    seen.push(await ledger(account.id));
  }
  for (const one of seen) expect(one).toEqual(seen[0]);
  expect(seen[0]).toHaveLength(40);
});

/** One delivery whose answer was lost, at a provider that cannot be asked. */
async function inDoubt(): Promise<{
  account: Account;
  id: string;
  delivery: string;
  attempt: string;
}> {
  const account = await testAccount(database);
  await addAppointments(database, account, people(1));
  const lost = carrier(() => ({ outcome: 'uncertain', answer: 'reset' }));
  const id = await take(database, clock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'Hello' } },
  });
  const engine = startEngine(database, clock, lost.double);
  await until(database, account.id, id, (b) => b.state === 'sent' && b.counts.not_sure === 1);
  await engine.stop();
  const { rows } = await database.engine.query<{ delivery: string; attempt: string }>(
    'select delivery_id as delivery, id as attempt from attempt where account_id = $1',
    [account.id],
  );
  const [row] = rows;
  if (!row) throw new Error('there was an attempt');
  return { account, id, ...row };
}

const proof = (accountId: string, reference: string, state: Receipt['state']): Receipt => ({
  accountId,
  reference,
  state,
  reason: null,
  code: null,
  answer: '',
  answeredBy: null,
  occurredAt: clock.now(),
});

it('does not send again what is proved to have arrived meanwhile', async () => {
  const { account, id, delivery, attempt } = await inDoubt();
  expect(await settleDelivery(database, clock, account.id, delivery, 'send_again')).toBe(true);
  await sink([proof(account.id, attempt, 'delivered')]);
  const again = carrier(() => taken);
  const engine = startEngine(database, clock, again.double);
  await until(database, account.id, id, (b) => b.state === 'sent');
  await engine.stop();
  expect(again.calls).toEqual([]);
  expect(await kept(database, account.id, id)).toEqual({ delivered: 1 });
});

it('takes receipts by the provider’s own id, and gives back those that come before the answer with it', async () => {
  const { account, id, attempt } = await inDoubt();
  const { rows } = await database.engine.query<{ id: string }>(
    'select provider_id as id from attempt where account_id = $1',
    [account.id],
  );
  const own = { providerId: rows[0]?.id ?? '', ref: 'm1' };
  const nameless = { ...proof(account.id, attempt, 'delivered'), reference: null, own };
  expect(await sink([nameless])).toEqual({ early: [nameless] });
  expect(await sink([{ ...nameless, reference: randomUUID() }])).toEqual({ early: [] });
  expect(await kept(database, account.id, id)).toEqual({ not_sure: 1 });
  // One that names both teaches the attempt its id.
  expect(await sink([{ ...proof(account.id, attempt, 'sent'), own }])).toEqual({ early: [] });
  expect(await kept(database, account.id, id)).toEqual({ with_carrier: 1 });
  expect(await sink([nameless])).toEqual({ early: [] });
  expect(await kept(database, account.id, id)).toEqual({ delivered: 1 });
});

it('sends again what a person wants again though the broadcast has expired, and hears only of that', async () => {
  const { account, id, delivery, attempt } = await inDoubt();
  clock.advance(20 * 3_600_000);
  // Something else of it is being asked about still, so that it does not count as sent.
  await database.engine.query(
    `update broadcast set state = 'sending' where account_id = $1 and id = $2`,
    [account.id, id],
  );
  expect(await settleDelivery(database, clock, account.id, delivery, 'send_again')).toBe(true);
  const again = carrier(() => taken);
  const engine = startEngine(database, clock, again.double);
  await until(database, account.id, id, (b) => b.counts.with_carrier === 1);
  await engine.stop();
  await sink([proof(account.id, attempt, 'undelivered')]);
  expect(await kept(database, account.id, id)).toEqual({ with_carrier: 1 });
  expect(again.calls).toHaveLength(1);
});

it('does not send again in a broadcast that was taken back, but writes off', async () => {
  const { account, id, delivery } = await inDoubt();
  await database.engine.query(
    `update broadcast set state = 'canceled' where account_id = $1 and id = $2`,
    [account.id, id],
  );
  expect(await settleDelivery(database, clock, account.id, delivery, 'send_again')).toBe(false);
  expect(await settleDelivery(database, clock, account.id, delivery, 'write_off')).toBe(true);
  expect(await kept(database, account.id, id)).toEqual({ not_delivered: 1 });
});
