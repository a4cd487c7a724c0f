import { expect, it } from 'vitest';
import { keysInWords, pressedCounts, pressedInWords } from './pressed-keys.ts';

it('says what keys meant to one, and to how many', () => {
  expect(pressedInWords(['opt_out', 'confirm'])).toBe('confirmed, wants no more calls');
  expect(pressedCounts({ confirm: 1_200, call_back: 1, opt_out: 2 })).toBe(
    '1,200 confirmed, 1 wants to be called back, 2 want no more calls',
  );
  expect(pressedCounts({ confirm: 0, call_back: 0, opt_out: 0 })).toBe('');
  expect(keysInWords({ confirm: '1', optOut: '9' })).toBe('1 confirms, 9 wants no more calls');
});
