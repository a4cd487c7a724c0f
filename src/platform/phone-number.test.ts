import { expect, test } from 'vitest';
import { inEnglish } from '../../test/support/in-english.ts';
import { nationalDigits, readPhoneNumber } from './phone-number.ts';

test.each([
  ['(212) 555-0123', 'US', '+12125550123'],
  ['212.555.0123', 'US', '+12125550123'],
  ['1 212 555 0123', 'US', '+12125550123'],
  ['+44 (0)20 7946 0018', 'US', '+442079460018'],
  ['020 7946 0018', 'GB', '+442079460018'],
  ['070-174 06 05', 'SE', '+46701740605'],
  ['+46 70-174 06 05', 'US', '+46701740605'],
  ['  +12125550123 ', 'SE', '+12125550123'],
  ['212-555-0123 ext. 12', 'US', '+12125550123'],
  ['212-555-0123 x12', 'US', '+12125550123'],
  ['+12125550123', 'nowhere', '+12125550123'],
])('%s in %s is %s', (text, country, e164) => {
  expect(readPhoneNumber(text, country)).toEqual({ e164 });
});

test.each([
  ['212-555-O123', /letters/],
  ['1-800-FLOWERS', /letters/],
  ['555-0123', /not a phone number in use/],
  ['+1 212 555 01234', /not a phone number in use/],
  ['020 7946 0018', /not a phone number in use/],
  ['12', /not a phone number in use/],
  ['', /empty/],
  ['2'.repeat(5000), /not a phone number in use/],
])('%s is a problem that says why', (text, problem) => {
  expect(inEnglish(readPhoneNumber(text, 'US'))).toEqual({
    problem: expect.stringMatching(problem),
  });
});

test.each([
  ['+442079460018', '02079460018'],
  ['+12125550123', '2125550123'],
  ['none', ''],
])('%s is dialled at home as %j', (e164, digits) => {
  expect(nationalDigits(e164)).toBe(digits);
});
