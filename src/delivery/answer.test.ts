import { expect, it } from 'vitest';
import type { Capabilities } from '../providers/provider.ts';
import { answerOfQuery } from './answer.ts';
import type { Doubt } from './lane.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 8, 12, 0, seconds));
const capabilities: Capabilities = {
  window: 1,
  timeout: 10_000,
  receipts: false,
  query: true,
  listing: false,
  uniqueRefs: true,
  visibilityLag: 5_000,
};
const asked = { providerId: 'carrier', capabilities };
const doubt: Doubt = {
  attemptId: 'a',
  deliveryId: 'd',
  number: 1,
  redials: 0,
  openedAt: at(0),
  windowUntil: at(15),
  providerId: 'carrier',
  address: '+12125550000',
  fields: {},
  reason: 'answer_lost',
};

it('believes at once that it was taken', () => {
  const said = { outcome: 'accepted', providerRef: 'm1', answer: 'yes' } as const;
  expect(answerOfQuery(doubt, said, asked, at(5))).toMatchObject({
    outcome: 'accepted',
    providerRef: 'm1',
    uniqueAt: 'carrier',
  });
});

it('believes that it was not only after window, lag and margin', () => {
  const said = { outcome: 'absent', answer: 'never heard of it' } as const;
  expect(answerOfQuery(doubt, said, asked, at(29))).toMatchObject({
    outcome: 'uncertain',
    retryAt: null,
    settleAt: at(30),
  });
  expect(answerOfQuery(doubt, said, asked, at(30))).toMatchObject({
    outcome: 'absent',
    retryAt: expect.any(Date),
  });
});

it('asks more and more rarely, for a day', () => {
  const said = { outcome: 'unknown', answer: 'HTTP 503' } as const;
  const waits = [30, 600, 36_000].map((age) => {
    const { settleAt } = answerOfQuery(doubt, said, asked, at(age));
    return settleAt && (settleAt.getTime() - at(age).getTime()) / 1_000;
  });
  expect(waits).toEqual([15, 150, 9_000]);
  expect(answerOfQuery(doubt, said, asked, at(86_401))).toMatchObject({
    outcome: 'uncertain',
    settleAt: null,
  });
});

it('does not take calls that were made again for failed tries', () => {
  const said = { outcome: 'absent', answer: 'never heard of it' } as const;
  const ninth = { ...doubt, number: 9 };
  expect(answerOfQuery(ninth, said, asked, at(30)).retryAt).toBeNull();
  expect(answerOfQuery({ ...ninth, redials: 5 }, said, asked, at(30)).retryAt).toEqual(
    expect.any(Date),
  );
});
