import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanValue } from './clean-value.ts';

test('an ordinary name stays as it is', () => {
  for (const name of ['Ana Ruiz', 'Zoë O’Neill-Nguyễn', '陳大文', 'עברית', '👩‍👧 Li'])
    expect(cleanValue(name)).toBe(name);
});

test('a line break becomes one space, so that no header and no line is broken', () => {
  expect(cleanValue('Ana\r\nBcc: all@example.com')).toBe('Ana Bcc: all@example.com');
  expect(cleanValue('12 Hill Street\n\nRoom 2')).toBe('12 Hill Street Room 2');
});

test('control characters and direction marks are dropped', () => {
  expect(cleanValue('A\u0000n\u0007a\u202e')).toBe('Ana');
});

test('nothing that could break a line, and no half character, comes through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const clean = cleanValue(value);
      expect(clean).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(clean.isWellFormed()).toBe(true);
      expect(cleanValue(clean)).toBe(clean);
    }),
  );
});
