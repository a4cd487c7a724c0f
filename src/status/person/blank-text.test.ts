import { expect, test } from 'vitest';
import { blanker, blankIn } from './blank-text.ts';

const blank = blanker(['Ana Ruiz', 'Dr. Ana M. Ruiz'], ['+12125550141', 'ana@example.com']);

test.each([
  ['Check-up - Ana Ruiz 212-555-0141', 'Check-up - (erased) (erased)'],
  ['ruiz, ana: (212) 555-0141', '(erased): (erased)'],
  ['call +1 (212) 555.0141 or 1-212-555-0141', 'call (erased) or (erased)'],
  ['mail ANA@example.com.', 'mail (erased).'],
  ['Dr. Ana M. Ruiz comes', '(erased) comes'],
  ['Diana Ruizmann 12125550141999', 'Diana Ruizmann 12125550141999'],
  ['bana@example.com', 'bana@example.com'],
])('%s becomes %s', (text, expected) => {
  expect(blank(text)).toBe(expected);
});

test('every text of a value is looked into, and nothing else changes', () => {
  const value = { a: ['Ana Ruiz', 1, null, { b: 'x ana@example.com', c: true }] };
  expect(blankIn(value, blank)).toEqual({ a: ['(erased)', 1, null, { b: 'x (erased)', c: true }] });
});

test('without anybody to look for, a text stays', () => {
  expect(blanker([], [])('Ana Ruiz')).toBe('Ana Ruiz');
});
