import { expect, it } from 'vitest';
import { kindOf } from './locale.ts';

it.each([
  ['en', ['de-DE', 'en-GB', 'en-US'], 'en-GB'],
  ['en', ['fr-FR'], 'en'],
  ['en', [], 'en'],
  ['en', ['en-US@posix'], 'en'],
  ['en', ['en-US@posix', 'en-AU'], 'en-AU'],
  ['es', ['en-GB', 'es-MX'], 'es-MX'],
  ['fr', ['en-GB', 'frr'], 'fr'],
] as const)('of %s among %j it is %s', (language, tags, expected) => {
  expect(kindOf(language, tags)).toBe(expected);
});
