import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** An import as it stands in a file. */
export type Import = { specifier: string; isType: boolean };

/** A source file: its path from the root of the repository, with `/`. */
export type Source = { path: string; text: string };

/** Names, braces, stars and commas: all that may stand between `import` and `from`. */
const FROM = /\b(?:import|export)\b([\w\s{},*$]*?)\bfrom\s*(['"])([^'"]+)\2/g;
const BARE = /\bimport\s*(['"])([^'"]+)\1/g;
const DYNAMIC = /\bimport\s*\(\s*(['"`])([^'"`]+)\1/g;

/**
 * Every import of a file: `import … from`, `export … from`, for its effect, and `import()`. Only
 * `import type` and `export type` load nothing at run time.
 */
export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  for (const [, clause = '', , specifier = ''] of text.matchAll(FROM)) {
    found.push({ specifier, isType: /^\s*type\s+[\w{*]/.test(clause) });
  }
  for (const [, , specifier = ''] of text.matchAll(BARE)) found.push({ specifier, isType: false });
  for (const [, , specifier = ''] of text.matchAll(DYNAMIC)) {
    found.push({ specifier, isType: false });
  }
  return found;
}

/** Where a relative import leads, from the root of the repository; null for a package. */
export function targetOf(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.join(posix.dirname(from), specifier);
}

/** All TypeScript files under the folders. */
export async function readSources(...folders: string[]): Promise<Source[]> {
  const paths = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true });
      return entries.map((entry) => posix.join(folder, entry.replaceAll('\\', '/')));
    }),
  );
  const sources = paths.flat().filter((path) => /\.tsx?$/.test(path));
  return Promise.all(
    sources.sort().map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })),
  );
}

/** Whether a path of the repository is there. */
export function isThere(path: string): boolean {
  return existsSync(join(root, path));
}
