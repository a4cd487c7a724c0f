import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mergeFields } from '../src/contract/merge-field.ts';
import { isThere, root } from './architecture/imports.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join('docs', name.replaceAll('\\', '/'))),
];

/** The first group of every match, in order, once each. */
function all(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))].sort();
}

describe('the documents say what the code does', () => {
  test('links lead to files', () => {
    const links = documents.flatMap((path) =>
      all(/\]\((?!https?:)([^)#\s]+)/g, read(path)).map((link) => ({
        path,
        to: posix.join(posix.dirname(path), link),
      })),
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ to }) => !isThere(to))).toEqual([]);
  });

  test('README lists the variables of the environment', () => {
    const known = all(/^ {2}([A-Z_]{4,}): z/gm, read('src/config.ts'));
    expect(known.length).toBeGreaterThan(4);
    expect(all(/^\| `([A-Z_]+)` \|/gm, read('README.md'))).toEqual(known);
  });

  test('docs/api.md lists the codes of refusals', () => {
    const known = all(/^ {2}(\w+): \[\s*\d{3},/gm, read('src/http/problems.ts'));
    expect(known.length).toBeGreaterThan(15);
    expect(all(/^\| `(\w+)` \| \d{3} \|/gm, read('docs/api.md'))).toEqual(known);
  });

  test('docs/cli.md lists the options of send', () => {
    const main = read('src/main.ts');
    const command = main.slice(main.indexOf(".command('send')"), main.indexOf(".command('init')"));
    const known = all(/'(--[a-z-]+)/g, command);
    const [, section = ''] = read('docs/cli.md').split(/^## send$/m);
    const [table = ''] = section.split(/^## /m);
    const listed = table.split('\n').filter((line) => line.startsWith('| `--'));
    expect(known.length).toBeGreaterThan(8);
    expect(all(/(--[a-z-]+)/g, listed.join('\n'))).toEqual(known);
  });

  test('docs/messages.md lists the merge fields', () => {
    const [, section = ''] = read('docs/messages.md').split(/^## Fields$/m);
    const [table = ''] = section.split(/^A line/m);
    expect(all(/`([a-z_]+\.[a-z_]+)`/g, table)).toEqual(mergeFields.map(({ name }) => name).sort());
  });

  test('docs/decisions have a number each', () => {
    const names = documents.filter((path) => path.startsWith('docs/decisions/')).sort();
    expect(names.length).toBeGreaterThan(5);
    const numbers = names.map((path) => Number(path.slice('docs/decisions/'.length).slice(0, 4)));
    expect([...new Set(numbers)]).toEqual(numbers);
  });
});
