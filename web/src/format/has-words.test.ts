import { expect, test } from 'vitest';
import { beginsWords, hasWords } from './has-words.ts';

test('words are found however they are written and accented', () => {
  expect(hasWords('José Ruíz', 'jose RUIZ')).toBe(true);
  expect(hasWords('José Ruíz', 'ruiz  os')).toBe(true);
  expect(hasWords('José Ruíz', 'jose wu')).toBe(false);
});

test('each word that is typed begins one', () => {
  expect(beginsWords('Ana María Ruiz', 'ru an')).toBe(true);
  expect(beginsWords('Mariana Ruiz', 'ana')).toBe(false);
});
