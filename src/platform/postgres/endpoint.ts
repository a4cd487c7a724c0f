import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letIn, type RunAs } from './run-as.ts';

/** sun_path of unix(7) holds 108 bytes, the closing zero among them. */
const SOCKET_PATH_LIMIT = 107;
const TEMPORARY = join(tmpdir(), 'headsup-pg-');

/** Where the embedded server listens: `host` is the folder of its socket, on Windows an address. */
export type Endpoint = { host: string; port: number };

/**
 * A socket in the data folder where its path is short enough, else in a new temporary folder. What a
 * killed server left there is cleared away: its lock names a process that may be anybody by now.
 * The caller holds the data folder's lock, and no server runs on it.
 */
export async function chooseEndpoint(folder: string, runAs: RunAs): Promise<Endpoint> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() };
  const near = join(folder, 'socket');
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432')) < SOCKET_PATH_LIMIT;
  if (fits && runAs.options.uid === undefined) {
    await rm(near, { recursive: true, force: true });
    await mkdir(near, { mode: 0o700 });
    return { host: near, port: 5432 };
  }
  const far = await mkdtemp(TEMPORARY);
  await letIn(runAs, folder, [far]);
  return { host: far, port: 5432 };
}

/** Clears away what a server that was killed left of its socket; none runs there. */
export async function clearEndpoint({ host, port }: Endpoint): Promise<void> {
  if (process.platform === 'win32') return;
  const socket = join(host, `.s.PGSQL.${port}`);
  for (const path of [socket, `${socket}.lock`]) await rm(path, { force: true });
}

/** Removes the temporary folder, if there is one, once the server has stopped. */
export async function leaveEndpoint({ host }: Endpoint): Promise<void> {
  if (host.startsWith(TEMPORARY)) await rm(host, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
