import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readSources, root } from './architecture/imports.ts';
import { rawTextsOf } from './architecture/raw-texts.ts';

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
