import { beforeAll, describe, expect, test } from 'vitest';
import { lookups } from '../support/lookups.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer();
const desk = lookups(server);
const { allow, fault, numbers, planOf, lookUp, send, to, timesCharged } = desk;
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
let accountId: string;

beforeAll(async () => {
  accountId = await desk.open();
});

test('no more numbers a day than the account allows itself', async () => {
  await allow({ lookupsDaily: 2 });
  const phones = numbers(1, 2, 3);
  const { callOnly } = await planOf(to(phones));
  expect(callOnly?.lookups).toMatchObject({ unknown: 3, cost: { amount: 0.01 }, leftToday: 2 });
  expect(await lookUp(to(phones))).toMatchObject({ asked: 2 });
  expect(await server.call('POST', '/api/number-lookups', to(phones))).toMatchObject({
    status: 409,
    json: { code: 'lookups_used_up' },
  });
  // A message that is sent goes out with what is known.
  await allow({ looksUp: true });
  expect((await send(to(phones))).counts).toMatchObject({ delivered: 3 });
  expect(await timesCharged(phones)).toEqual([1, 1, 0]);
  server.clock.advance(DAY);
  expect(await lookUp(to(numbers(1)))).toMatchObject({ asked: 1 });
  await allow({ lookupsDaily: 500, looksUp: false });
});

test('look-ups count against the spending cap of the day', async () => {
  server.clock.advance(DAY);
  await allow({ spendingCap: 0.01, currency: 'USD' });
  const phones = numbers(1, 2, 3);
  expect((await planOf(to(phones))).callOnly?.lookups).toMatchObject({ leftToday: 2 });
  expect(await lookUp(to(phones))).toMatchObject({ asked: 2 });
  // In another currency nobody can tell how much that is.
  await allow({ spendingCap: 0.01, currency: 'EUR' });
  expect(await lookUp(to(phones))).toMatchObject({ asked: 1 });
  await allow({ spendingCap: null, currency: 'USD' });
});

test('a provider that is away is not asked', async () => {
  await allow({ looksUp: true });
  const phones = numbers(1);
  await server.database.engine.query(
    `insert into circuit (account_id, provider_id, channel, opened_at, reason, answer, retry_at, failures)
     select account_id, id, 'sms', $2, 'provider_down', 'away', $2::timestamptz + interval '10 minutes', 1
       from provider where account_id = $1`,
    [accountId, server.clock.now()],
  );
  expect((await planOf(to(phones))).callOnly).toEqual({ upTo: 1, lookups: null });
  expect(await server.call('POST', '/api/number-lookups', to(phones))).toMatchObject({
    status: 422,
    json: { code: 'no_lookup' },
  });
  server.clock.advance(11 * MINUTE);
  expect(await lookUp(to(phones))).toMatchObject({ asked: 1, answered: 1 });
});

describe('a provider that does not answer', () => {
  test.each([
    ['down', 0, 16 * MINUTE],
    ['answer_lost', 1, DAY + MINUTE],
  ] as const)(
    '%s: the numbers stay unknown, and the message goes out',
    async (kind, paid, wait) => {
      const phones = numbers(1, 2);
      await allow({ looksUp: true });
      await fault(phones[0] ?? '', kind);
      expect(await lookUp(to(phones))).toMatchObject({
        asked: 2 * paid,
        answered: 0,
        failure: expect.stringMatching(/./),
      });
      const unanswered = { unknown: 0, answered: 0, unanswered: 2 };
      expect((await planOf(to(phones))).callOnly?.lookups).toMatchObject(unanswered);
      await fault(phones[0] ?? '', 'none');
      expect((await send(to(phones))).counts).toMatchObject({ delivered: 2 });
      expect(await timesCharged(phones)).toEqual([paid, paid]);
      const [used, charged] = await desk.usedAndCharged();
      expect(used).toBe(charged);
      // Its time over, it is asked again, where its texts have not told meanwhile.
      await server.database.engine.query('delete from number_line where account_id = $1', [
        accountId,
      ]);
      expect(await lookUp(to(phones))).toMatchObject({ asked: 0 });
      server.clock.advance(wait);
      expect(await lookUp(to(phones))).toMatchObject({ asked: 2, answered: 2 });
    },
  );

  test('slow: the message waits for it', async () => {
    const [slow = '', landline = ''] = numbers(1, 2);
    await allow({ looksUp: true });
    await fault(landline, 'landline');
    await fault(slow, 'slow');
    await send(to([slow, landline]));
    const came = await desk.received([slow, landline]);
    expect(came).toEqual([`${slow} sms`, `${landline} voice`].sort());
  });

  test('a number that is missing from the answer is not known, and not paid', async () => {
    const [missing = '', mobile = ''] = numbers(1, 2);
    await fault(missing, 'blocked');
    expect(await lookUp(to([missing, mobile]))).toMatchObject({ asked: 1, answered: 1 });
    const lines = { answered: 1, unanswered: 1 };
    expect((await planOf(to([missing, mobile]))).callOnly?.lookups).toMatchObject(lines);
    const [used, charged] = await desk.usedAndCharged();
    expect(used).toBe(charged);
  });
});

test('who is worked out when the message goes out is looked up then', async () => {
  const [mobile = '', landline = ''] = numbers(1, 2);
  await allow({ looksUp: true });
  await fault(landline, 'landline');
  await desk.addContact('Mo Bile', mobile, 'late');
  await desk.addContact('Lan Dline', landline, 'late');
  const at = new Date(server.clock.now().getTime() + 60 * MINUTE);
  const { id } = await desk.post({
    ...to([]),
    audience: { contacts: { filter: { tags: ['late'] }, excludeIds: [] }, people: [] },
    resolve: 'at_sending',
    sendLater: { wall: at.toISOString().slice(0, 16), zone: 'UTC' },
  });
  expect(await timesCharged([mobile, landline])).toEqual([0, 0]);
  server.clock.moveTo(at);
  await desk.finished(id);
  const came = await desk.received([mobile, landline]);
  expect(came).toEqual([`${mobile} sms`, `${landline} voice`].sort());
  expect(await timesCharged([mobile, landline])).toEqual([1, 1]);
});

test('who is erased takes what was asked of their number along', async () => {
  const [phone = ''] = numbers(1);
  const { id } = await desk.addContact('Ana Ruiz', phone);
  await lookUp(to([phone]));
  const held = await server.call('GET', `/api/contacts/${id}/export`);
  expect(held.json).toMatchObject({
    numbers: [{ number: phone, source: 'lookup', lookup: { carrier: 'Practice Mobile' } }],
  });
  const erased = await server.call('POST', `/api/contacts/${id}/erasure`, {});
  expect(erased).toMatchObject({ status: 200 });
  for (const table of ['number_lookup', 'number_line', 'sandbox_lookup']) {
    const { rows } = await server.database.engine.query(
      `select from ${table} where account_id = $1 and number = $2`,
      [accountId, phone],
    );
    expect([table, rows.length]).toEqual([table, 0]);
  }
});
