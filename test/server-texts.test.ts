import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exclusionReasonWords } from '../src/contract/exclusion-reason-words.ts';
import { failureReasonWords } from '../src/contract/failure-reason-words.ts';
import { mergeFields } from '../src/contract/merge-field.ts';
import { outcomeWord } from '../src/contract/outcome-words.ts';
import { unmarkedSentences } from './architecture/unmarked-sentences.ts';
import { serverTexts } from './support/server-texts.ts';

const root = new URL('../', import.meta.url);
const known = serverTexts();

test('the words of the contract are in the catalogue', () => {
  const words = [
    ...Object.values(exclusionReasonWords).flatMap(({ short, remedy }) => [short, remedy]),
    ...Object.values(failureReasonWords).flatMap(({ why, todo }) => [why, todo]),
    ...Object.values(outcomeWord),
    ...mergeFields.map(({ label }) => label),
  ];
  expect(words.filter((word) => !known.has(word))).toEqual([]);
});

test('so is the title of every problem', () => {
  const source = readFileSync(new URL('src/http/problems.ts', root), 'utf8');
  const titles = Array.from(
    source.matchAll(/^ {2}\w+: \[\s*\d{3},[^']*'(.+)',?\s*\],$/gm),
    ([, title = '']) => title,
  );
  expect(titles.length).toBeGreaterThan(30);
  expect(titles.filter((title) => !known.has(title))).toEqual([]);
});

/** What speaks to the terminal, to those who run the server, to recipients, or in a carrier's place. */
const ELSEWHERE =
  /^src\/(?:cli|delivery\/(?:clock-offset|gap-notice|ledger-home)|http\/routes\/(?:system|unsubscribe)|roles|inbox|providers|config|application|main|wiring|platform\/(?:postgres|connect|data-folder|database-roles|migrate|secret-key)|account\/installation-key)/;

/** A message to its recipient. */
const OTHERS = /This is a test of/;

test('no sentence of the server stands outside of it', () => {
  const files = globSync('src/**/*.ts', { cwd: root }).filter(
    (path) => !ELSEWHERE.test(path) && !/\.(?:test|contract)\.ts$/.test(path),
  );
  const raw = files.flatMap((path) =>
    unmarkedSentences(path, readFileSync(new URL(path, root), 'utf8')),
  );
  expect(raw.filter((found) => !OTHERS.test(found))).toEqual([]);
});
