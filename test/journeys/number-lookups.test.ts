import { beforeAll, describe, expect, test } from 'vitest';
import { createAccount } from '../../src/account/create-account.ts';
import type { Plan } from '../../src/contract/plan.ts';
import { asEngine } from '../../src/platform/database.ts';
import { lookups } from '../support/lookups.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer();
const desk = lookups(server);
const { allow, fault, numbers, planOf, lookUp, send, to, timesCharged } = desk;
const DAY = 86_400_000;

beforeAll(async () => {
  await desk.open();
});

test.each([
  { callOnly: true, looksUp: true },
  { callOnly: true, looksUp: false },
  { callOnly: false, looksUp: true },
  { callOnly: false, looksUp: false },
])(
  'call only: $callOnly, look-ups: $looksUp; review, phones and the carrier’s book agree',
  async ({ callOnly, looksUp }) => {
    const us = numbers(1, 2, 8, 9);
    const [, landline = ''] = us;
    // Known by their numbering plan: nobody pays for them.
    const place = `${Number(callOnly)}${Number(looksUp)}`;
    const atHome = `+4420794600${place}`;
    const gb = [`+4474001234${place}`, atHome, `+4456123456${place}`];
    await fault(landline, 'landline');
    await fault(atHome, 'landline');
    await allow({ looksUp });
    const all = [...us, ...gb];
    const request = to(all, callOnly);
    const planned = await planOf(request);
    const deliveries = callOnly ? { sms: 6, voice: 1 } : { sms: 7, voice: 7 };
    expect(planned).toMatchObject({ reached: 7, deliveries, excluded: [] });
    const lines = {
      unknown: 4,
      answered: 0,
      unanswered: 0,
      provider: 'Practice phones and mailboxes',
      price: { amount: 0.005, currency: 'USD' },
      cost: { amount: 0.02, currency: 'USD' },
      leftToday: expect.any(Number),
      whenSent: looksUp,
    };
    expect(planned.callOnly).toEqual(callOnly ? { upTo: 5, lookups: lines } : null);
    const sent = await send(request);
    const calls = [landline, atHome];
    const texts = all.filter((phone) => !calls.includes(phone));
    const wanted = [
      ...texts.map((phone) => `${phone} sms`),
      ...(callOnly ? calls : all).map((phone) => `${phone} voice`),
    ];
    expect(await desk.received(all)).toEqual(wanted.sort());
    // Who was known to be a landline got no text that failed first.
    const failed = callOnly ? Number(!looksUp) : calls.length;
    expect(sent.counts).toMatchObject({ delivered: wanted.length, not_delivered: failed });
    const isPaid = callOnly && looksUp;
    expect(await timesCharged(all)).toEqual([...us.map(() => Number(isPaid)), 0, 0, 0]);
    if (!isPaid) return;
    // What was answered holds: nothing is asked twice, and the review says what is known now.
    expect(await planOf(request)).toMatchObject({
      deliveries: { sms: 5, voice: 2 },
      callOnly: { lookups: { unknown: 0, answered: 4, cost: { amount: 0 } } },
    });
    await send(request);
    expect(await timesCharged(us)).toEqual([1, 1, 1, 1]);
  },
);

describe('a person asks', () => {
  test('the numbers of a message are looked up, and the review tells what they are', async () => {
    await allow({ looksUp: false });
    const phones = numbers(1, 2, 9);
    await fault(phones[1] ?? '', 'landline');
    expect(await lookUp(to(phones))).toEqual({
      provider: 'Practice phones and mailboxes',
      asked: 3,
      answered: 3,
      cost: { amount: 0.015, currency: 'USD' },
      failure: null,
    });
    expect(await planOf(to(phones))).toMatchObject({
      deliveries: { sms: 2, voice: 1 },
      callOnly: { upTo: 1, lookups: { unknown: 0, answered: 3, unanswered: 0 } },
    });
    expect(await lookUp(to(phones))).toMatchObject({ asked: 0 });
  });

  test('no more than they were told the price of', async () => {
    const phones = numbers(1, 2, 3);
    expect(await lookUp({ ...to(phones), atMost: 2 })).toMatchObject({ asked: 2 });
    expect((await planOf(to(phones))).callOnly?.lookups).toMatchObject({ unknown: 1, answered: 2 });
  });

  test('two who ask at once pay once', async () => {
    const phones = numbers(1, 2, 3, 4, 5);
    await fault(phones[0] ?? '', 'slow');
    const both = await Promise.all([lookUp(to(phones)), lookUp(to(phones))]);
    expect(both.map(({ asked }) => asked).sort()).toEqual([0, 5]);
    expect(await timesCharged(phones)).toEqual([1, 1, 1, 1, 1]);
    // What the one gave back that asked for nothing is not used up.
    const [used, charged] = await desk.usedAndCharged();
    expect(used).toBe(charged);
  });

  test('an answer counts for ninety days; then the number is unknown again', async () => {
    const phones = numbers(1);
    await lookUp(to(phones));
    server.clock.advance(89 * DAY);
    expect((await planOf(to(phones))).callOnly?.lookups).toMatchObject({ unknown: 0, answered: 1 });
    server.clock.advance(2 * DAY);
    expect((await planOf(to(phones))).callOnly?.lookups).toMatchObject({ unknown: 1, answered: 0 });
    expect(await lookUp(to(phones))).toMatchObject({ asked: 1 });
    expect(await timesCharged(phones)).toEqual([2]);
  });

  test('what is known of a number says from where, since when, and what it cost', async () => {
    const [phone = ''] = numbers(8);
    const known = async (number: string) =>
      (await server.call('GET', `/api/numbers/${encodeURIComponent(number)}`)).json;
    const nothing = { source: null, learnedAt: null, expiresAt: null, lookup: null };
    expect(await known(phone)).toEqual({
      number: phone,
      planLine: 'unknown',
      takesTexts: null,
      ...nothing,
    });
    expect(await known('+44 20 7946 0999')).toEqual({
      number: '+442079460999',
      planLine: 'landline',
      takesTexts: false,
      ...nothing,
    });
    const asked = server.clock.now().getTime();
    await lookUp(to([phone]));
    const looked = await known(phone);
    expect(looked).toMatchObject({
      takesTexts: null,
      source: 'lookup',
      lookup: {
        state: 'answered',
        line: 'nonFixedVoip',
        carrier: 'Practice Internet Telephone',
        provider: 'Practice phones and mailboxes',
        price: { amount: 0.005, currency: 'USD' },
      },
    });
    const { learnedAt, expiresAt } = looked as { learnedAt: string; expiresAt: string };
    expect(Date.parse(learnedAt)).toBeGreaterThanOrEqual(asked);
    expect(Date.parse(expiresAt) - Date.parse(learnedAt)).toBe(90 * DAY);
    expect(await known('12')).toMatchObject({ code: 'invalid_input' });
  });

  test('what became of texts makes asking needless', async () => {
    const [failed = '', delivered = ''] = numbers(1, 2);
    await fault(failed, 'landline');
    await send(to([failed, delivered]));
    await fault(failed, 'none');
    expect(await planOf(to([failed, delivered]))).toMatchObject({
      deliveries: { sms: 1, voice: 1 },
      callOnly: { upTo: 0, lookups: { unknown: 0 } },
    });
    expect(await lookUp(to([failed, delivered]))).toMatchObject({ asked: 0 });
  });

  test('only an owner does, for a message on which it depends', async () => {
    const request = to(numbers(1));
    for (const role of ['member', 'viewer'] as const) {
      const { cookie } = await memberOf(server, role);
      const answer = await server.call('POST', '/api/number-lookups', request, { cookie });
      expect(answer).toMatchObject({ status: 403, json: { code: 'not_allowed' } });
      const offer = await server.call('GET', '/api/number-lookups/offer', undefined, { cookie });
      expect(offer.json).toMatchObject({
        offer: { provider: 'Practice phones and mailboxes', price: { amount: 0.005 } },
      });
    }
    const both = { ...request, callOnlyWithoutSms: false };
    expect(await server.call('POST', '/api/number-lookups', both)).toMatchObject({
      status: 422,
      json: { code: 'invalid_input', errors: [{ path: 'callOnlyWithoutSms' }] },
    });
  });

  test('another account neither sees what was answered nor has it used against it', async () => {
    const phones = numbers(2);
    await lookUp(to(phones));
    const facts = { name: 'Other Clinic', country: 'US', timeZone: 'America/New_York' };
    const other = await asEngine(server.database, (client) =>
      createAccount(client, { ...facts, isSandbox: true }),
    );
    const { cookie } = await memberOf(server, 'owner', other);
    const { json } = await server.call('POST', '/api/plans', to(phones), { cookie });
    expect((json as Plan).callOnly?.lookups).toMatchObject({
      unknown: 1,
      answered: 0,
      leftToday: 500,
    });
    const theirs = await server.call('POST', '/api/number-lookups', to(phones), { cookie });
    expect(theirs.json).toMatchObject({ asked: 1, answered: 1 });
    expect(await timesCharged(phones)).toEqual([1]);
  });
});
