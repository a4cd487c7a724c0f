import { expect, test } from 'vitest';
import { numberFacts } from './number-facts.ts';

test.each([
  ['+12125550123', 'US', false, 'unknown'],
  ['+18765550123', 'JM', false, 'mobile'],
  ['+17875550123', 'PR', false, 'unknown'],
  ['+14165550123', 'CA', false, 'unknown'],
  ['+442079460018', 'GB', false, 'landline'],
  ['+441534555012', 'JE', false, 'landline'],
  ['+19005550123', 'US', true, 'premium'],
  ['+449098790123', 'GB', true, 'premium'],
  ['+447012345678', 'GB', true, 'personal'],
  ['+447400123456', 'GB', false, 'mobile'],
  ['+88216123456', '001', false, 'voip'],
])('says of %s that it is of %s', (number, country, isPremium, line) => {
  expect(numberFacts(number)).toEqual({ country, isPremium, line });
});
