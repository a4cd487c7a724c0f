import { expect, it } from 'vitest';
import { englishOf } from './locale.ts';

it.each([
  [['de-DE', 'en-GB', 'en-US'], 'en-GB'],
  [['fr-FR'], 'en'],
  [[], 'en'],
  [['en-US@posix'], 'en'],
  [['en-US@posix', 'en-AU'], 'en-AU'],
])('of %j it is %s', (tags, expected) => {
  expect(englishOf(tags)).toBe(expected);
});
