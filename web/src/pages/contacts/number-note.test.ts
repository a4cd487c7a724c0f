import { expect, test } from 'vitest';
import type { KnownNumber } from '../../../../src/contract/known-number.ts';
import { shortMoment } from '../../format/time.ts';
import { numberNote } from './number-note.ts';

const at = '2027-01-02T15:00:00.000Z';
const nothing: KnownNumber = {
  number: '+12125550123',
  planLine: 'unknown',
  takesTexts: null,
  source: null,
  learnedAt: null,
  expiresAt: null,
  lookup: null,
};
const lookup: NonNullable<KnownNumber['lookup']> = {
  state: 'answered',
  line: 'landline',
  carrier: '',
  provider: 'Carrier',
  price: { amount: 0.005, currency: 'USD' },
  answer: '',
  askedAt: at,
  againAt: at,
};

test.each<[Partial<KnownNumber>, string]>([
  [{}, 'May be a landline or a mobile'],
  [{ planLine: 'voip' }, 'May take texts'],
  [{ planLine: 'landline', takesTexts: false }, 'Takes no texts: by its numbering plan'],
  [
    { takesTexts: false, source: 'lookup', learnedAt: at, lookup },
    `Takes no texts: looked up ${shortMoment(at)} by Carrier, for about $0.005`,
  ],
  [
    { source: 'lookup', learnedAt: at, lookup },
    `May take texts: looked up ${shortMoment(at)} by Carrier, for about $0.005`,
  ],
  [
    { takesTexts: true, source: 'success', learnedAt: at, lookup },
    `Takes texts: a text arrived ${shortMoment(at)}`,
  ],
  [
    { takesTexts: false, source: 'failure', learnedAt: at },
    `Takes no texts: a text failed ${shortMoment(at)}`,
  ],
  [
    { lookup: { ...lookup, state: 'failed' } },
    'May be a landline or a mobile, could not be looked up',
  ],
])('says what is known, and from where (%#)', (known, note) => {
  expect(numberNote({ ...nothing, ...known })).toBe(note);
});
