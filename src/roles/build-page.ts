import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WEB = join(ROOT, 'web');
const BUILT = join(WEB, 'dist');
/** What a build depends on. */
const SOURCES = [
  'web/src',
  'web/index.html',
  'web/vite.config.ts',
  'web/texts-in-source.ts',
  'lingui.config.ts',
  'src/contract',
  'package-lock.json',
];

/**
 * The folder of the built page, built anew where its sources have changed since. `say` is told before
 * a build, which takes some seconds. Two builds at once do not disturb each other.
 */
export async function builtPage(say: (line: string) => void): Promise<string> {
  const wanted = hashOfSources();
  const mark = join(BUILT, 'sources.sha256');
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === wanted) return BUILT;
  say('Building the page (once; it takes a few seconds)…');
  const { build } = await import('vite');
  const draft = join(WEB, `dist.${process.pid}`);
  await build({
    configFile: join(WEB, 'vite.config.ts'),
    root: WEB,
    logLevel: 'warn',
    build: { outDir: draft, emptyOutDir: true },
  });
  await writeFile(join(draft, 'sources.sha256'), wanted);
  await rename(BUILT, `${draft}.old`).catch(() => undefined);
  // Where another start was quicker, what it built stands.
  await rename(draft, BUILT).catch(() => rm(draft, { recursive: true, force: true }));
  await rm(`${draft}.old`, { recursive: true, force: true });
  return BUILT;
}

/** Read in one go: 160 small files take 15 ms so, and 70 one after the other with a promise each. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of filesBelow(join(ROOT, source)).sort()) {
      hash.update(path.slice(ROOT.length)).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
