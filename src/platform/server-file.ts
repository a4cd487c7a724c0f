import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the server of a data folder answers, and the token by which this machine's command line enters. */
export type RunningServer = { url: string; token: string };

/** Leaves word in the data folder, in a file of mode 0600 that appears whole. */
export async function rememberServer(folder: string, server: RunningServer): Promise<void> {
  const file = fileOf(folder);
  await writeFile(`${file}.new`, JSON.stringify(server), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export async function forgetServer(folder: string): Promise<void> {
  await rm(fileOf(folder), { force: true });
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
