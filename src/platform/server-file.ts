import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the server of a data folder answers, and the token by which this machine's command line enters. */
export type RunningServer = { url: string; token: string };

/**
 * Leaves word in the data folder, in a file of mode 0600 that appears whole. Where several serve on one
 * folder, the last that started is the one the command line finds.
 */
export async function rememberServer(folder: string, server: RunningServer): Promise<void> {
  const draft = `${fileOf(folder)}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(server), { mode: 0o600 });
  await rename(draft, fileOf(folder));
}

/** Takes the word back, unless another server has left its own since. */
export async function forgetServer(folder: string, { token }: RunningServer): Promise<void> {
  if ((await findServer(folder))?.token === token) await rm(fileOf(folder), { force: true });
}

/** The server that runs on the folder, or did until it was killed; null where none left word. */
export async function findServer(folder: string): Promise<RunningServer | null> {
  try {
    // Written by rememberServer only.
    return JSON.parse(await readFile(fileOf(folder), 'utf8')) as RunningServer;
  } catch {
    return null;
  }
}

function fileOf(folder: string): string {
  return join(folder, 'server.json');
}
