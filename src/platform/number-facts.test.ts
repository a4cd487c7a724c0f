import { expect, test } from 'vitest';
import { numberFacts } from './number-facts.ts';

test.each([
  ['+12125550123', 'US', false],
  ['+18765550123', 'JM', false],
  ['+17875550123', 'PR', false],
  ['+14165550123', 'CA', false],
  ['+442079460018', 'GB', false],
  ['+441534555012', 'JE', false],
  ['+19005550123', 'US', true],
  ['+449098790123', 'GB', true],
  ['+447012345678', 'GB', true],
  ['+88216123456', '001', false],
])('says of %s that it is of %s', (number, country, isPremium) => {
  expect(numberFacts(number)).toEqual({ country, isPremium });
});
