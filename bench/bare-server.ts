import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { administer } from '../test/support/break-connections.ts';
import type { BenchmarkSetting } from './setting.ts';

const PROCESS = fileURLToPath(new URL('./bare-server-process.ts', import.meta.url));

/** The baseline of the first message: a server in a process of its own. */
export type BareServer = {
  /** Sends a message; nothing is left to be waited for. */
  send(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
};

/** Starts a Fastify that, called, commits one row and hands one message to the provider at `url`. */
export async function bareServer(setting: BenchmarkSetting, url: string): Promise<BareServer> {
  await administer(setting.database, 'create table bare_message (id uuid primary key, body jsonb)');
  const child = fork(PROCESS, [url], {
    env: { PATH: process.env.PATH, DATABASE_URL: setting.databaseUrl },
  });
  const [address] = await once(child, 'message');
  return {
    send: async () => {
      const response = await fetch(`${address}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to: '+12125550100', text: 'We are closed.' }),
      });
      if (!response.ok) throw new Error(`the bare server answered ${response.status}`);
      return async () => undefined;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
