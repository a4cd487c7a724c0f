import { expect, it } from 'vitest';
import { languageFor } from './languages.ts';

it.each([
  [['de-DE', 'es-MX', 'en-US'], 'es'],
  [['fr-CA'], 'fr'],
  [['FR'], 'fr'],
  [['de'], 'en'],
  [[], 'en'],
  [['en-US@posix', 'fr'], 'en'],
  [['constructor'], 'en'],
])('of %j it speaks %s', (wishes, expected) => {
  expect(languageFor(wishes)).toBe(expected);
});
