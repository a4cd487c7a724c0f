import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isThere, root } from './architecture/imports.ts';

/** Every committed file that is still there, with its text. */
const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && isThere(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** `path:line: what was found` for each match. */
function findings(pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(
      (match) => `${path}:${text.slice(0, match.index).split('\n').length}: ${match[0].trim()}`,
    ),
  );
}

describe('the repository', () => {
  test('is there to look at', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(findings(/"name": "headsup"/g).length).toBeGreaterThan(0);
  });

  test('names no host of a package registry', () => {
    const hosts =
      /\b(?:registry\.[a-z0-9-]+\.[a-z]{2,}|npm\.pkg\.[a-z]+|npm\.jsr\.[a-z]+|[a-z0-9.-]*(?:artifactory|verdaccio|nexus)[a-z0-9-]*\.[a-z]{2,})\b/gi;
    expect(findings(hosts)).toEqual([]);
  });

  test('locks versions, not addresses', () => {
    const lock = files.filter(({ path }) => path === 'package-lock.json');
    expect(lock).toHaveLength(1);
    expect(lock[0]?.text).toContain('"integrity"');
    expect(lock[0]?.text).not.toContain('"resolved"');
  });

  test('knows no path of anybody’s machine', () => {
    expect(findings(/(?<![\w.~)}*-])\/(?:home|Users|root|work)\/[\w.-]+/g)).toEqual([]);
  });

  test('keeps its rooms small: no file over 250 lines', () => {
    const large = files
      .filter(({ path }) => /^(src|web\/src|test|bench)\/.*\.(tsx?|css|sql)$/.test(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(large).toEqual([]);
  });
});
