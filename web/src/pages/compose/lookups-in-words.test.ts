import { expect, test } from 'vitest';
import type { PlanLookups } from '../../../../src/contract/plan.ts';
import { lookupsInWords } from './lookups-in-words.ts';

const lookups: PlanLookups = {
  unknown: 4,
  answered: 0,
  unanswered: 0,
  provider: 'Carrier',
  price: { amount: 0.005, currency: 'USD' },
  cost: { amount: 0.02, currency: 'USD' },
  leftToday: 500,
  whenSent: false,
};

test('says what it costs, who is paid, and who may have it done', () => {
  expect(lookupsInWords(lookups, true)).toEqual([
    '4 numbers may be landlines or mobiles.',
    'They can be looked up, for about $0.02, paid to Carrier.',
  ]);
  expect(lookupsInWords(lookups, false)[1]).toBe(
    'They can be looked up by an owner, for about $0.02, paid to Carrier.',
  );
  const one = { ...lookups, unknown: 1, cost: lookups.price, whenSent: true };
  expect(lookupsInWords(one, false)).toEqual([
    '1 number may be a landline or a mobile.',
    'It will be looked up when it is sent, for about $0.005, paid to Carrier.',
  ]);
});

test('says how many the day still has room for', () => {
  const some = { ...lookups, leftToday: 2, cost: { amount: 0.01, currency: 'USD' } };
  expect(lookupsInWords(some, true)[1]).toBe(
    '2 of them can be looked up, for about $0.01, paid to Carrier.',
  );
  expect(lookupsInWords({ ...lookups, leftToday: 0 }, true)[1]).toBe(
    'No more numbers are looked up today: an owner may allow more under Settings.',
  );
});

test('says what is known by now', () => {
  expect(lookupsInWords({ ...lookups, unknown: 0, answered: 3, unanswered: 1 }, true)).toEqual([
    '3 numbers were looked up.',
    '1 number could not be looked up: the text goes first, and the call if it cannot reach it.',
  ]);
  expect(lookupsInWords({ ...lookups, unknown: 0 }, true)).toEqual([]);
});
