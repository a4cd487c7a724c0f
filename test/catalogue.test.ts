import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readSources, root } from './architecture/imports.ts';
import { rawTextsOf } from './architecture/raw-texts.ts';
import { poEntries } from './support/po-entries.ts';

const lingui = fileURLToPath(import.meta.resolve('@lingui/cli').replace('index.js', 'lingui.js'));
const check = (...args: string[]) =>
  promisify(execFile)(process.execPath, [lingui, 'check', ...args], { cwd: root }).then(
    () => 'passed',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
  );

/** Where texts stand outside the catalogue, and why. */
const OUTSIDE = new Set([
  // Each language by its own name.
  'web/src/language/languages.ts',
  // What is said where the catalogue did not arrive.
  'web/src/language/no-texts.tsx',
]);

test('every text of the page is in the catalogue', async () => {
  const sources = await readSources('web/src');
  const raw = sources
    .filter(({ path }) => !/\.test\.tsx?$/.test(path) && !OUTSIDE.has(path))
    .flatMap(({ path, text }) =>
      rawTextsOf(path, text).map((found) => `${path}:${found.line}: ${found.text}`),
    );
  expect(raw).toEqual([]);
});

test('the catalogue has what the source says, and nothing else (npm run texts)', async () => {
  expect(await check('sync', '--clean')).toBe('passed');
}, 120_000);

test('everything is said in Spanish and in French', async () => {
  expect(await check('missing', '--verbose')).toBe('passed');
}, 120_000);

// The parts are loaded into one catalogue: of two translations the one that came last would have its way.
test.each(['es', 'fr'])(
  'what stands in two parts of the catalogue is said in one way in %s',
  async (language) => {
    const said = new Map<string, Set<string>>();
    for (const part of ['first', 'later', 'server']) {
      const file = await readFile(`${root}/web/src/texts/${language}/${part}.po`, 'utf8');
      for (const { context, text, translation } of poEntries(file)) {
        const key = `${context}|${text}`;
        said.set(key, (said.get(key) ?? new Set()).add(translation));
      }
    }
    expect([...said].filter(([, ways]) => ways.size > 1)).toEqual([]);
  },
);
