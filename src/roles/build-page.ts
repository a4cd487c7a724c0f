import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WEB = join(ROOT, 'web');
const BUILT = join(WEB, 'dist');
/** What a build depends on. */
const SOURCES = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'src/contract',
  'package-lock.json',
];

/**
 * The folder of the built page, built anew where its sources have changed since. `say` is told before
 * a build, which takes some seconds. Two builds at once do not disturb each other.
 */
export async function builtPage(say: (line: string) => void): Promise<string> {
  const wanted = await hashOfSources();
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
  await rename(draft, BUILT);
  await rm(`${draft}.old`, { recursive: true, force: true });
  return BUILT;
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) await addTo(hash, join(ROOT, source));
  return hash.digest('hex');
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const names = await readdir(path).catch(() => null);
  if (names) {
    for (const name of names.sort()) await addTo(hash, join(path, name));
    return;
  }
  if (existsSync(path)) hash.update(path.slice(ROOT.length)).update(await readFile(path));
}
