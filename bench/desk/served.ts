import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtPage } from '../../src/roles/build-page.ts';
import { callerOf } from '../../test/support/call.ts';
import { serverOf } from '../../test/support/server-of.ts';
import { type SignedUp, signUp } from '../../test/support/sign-up.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Headsup as it ships, with its page, in a process of its own, and its owner. */
export type Served = { url: string; owner: SignedUp; stop(): Promise<void> };

/** Starts it on an empty database, in a folder inside the benchmark's, and signs its owner up. */
export async function serve(databaseUrl: string, parent: string): Promise<Served> {
  const folder = join(parent, 'desk');
  await mkdir(folder, { recursive: true });
  await builtPage(() => undefined);
  const child = spawn(process.execPath, [MAIN, 'serve', '--with-parent'], {
    env: {
      PATH: process.env.PATH,
      HEADSUP_DATA: folder,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await setupLink(child);
  const { url, token } = await serverOf(folder);
  const owner = await signUp(callerOf(url, token), link);
  return {
    url,
    owner,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The link by which somebody becomes the owner: the last that it says when it has started. */
function setupLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const link = /http\S+token=\S+(?=\n)/.exec(said)?.[0];
      if (link !== undefined) resolve(link);
    });
    child.once('exit', () => reject(new Error(`the server ended by itself:\n${said}`)));
  });
}
