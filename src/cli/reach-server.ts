import type { Application } from '../application.ts';
import { findServer, type RunningServer } from '../platform/server-file.ts';
import { ApiClient } from './api-client.ts';

/** How a command does its work: by the server that runs on the data folder, or by one of its own. */
export type Reached = { api: ApiClient; isOwn: boolean; release(): Promise<void> };

/**
 * Finds the server of the data folder; where none answers, starts everything in this process on a
 * free port of 127.0.0.1, until `release`.
 */
export async function reachServer(
  dataFolder: string,
  start: () => Promise<Application>,
): Promise<Reached> {
  const running = await findServer(dataFolder);
  if (running && (await answers(running))) {
    return { api: new ApiClient(running), isOwn: false, release: async () => undefined };
  }
  const own = await start();
  return { api: new ApiClient(own), isOwn: true, release: () => own.stop() };
}

/** Whether it still runs, and is the one that left word: another program may have the port by now. */
export async function answers(server: RunningServer): Promise<boolean> {
  try {
    const response = await fetch(new URL('/api/machine', server.url), {
      headers: { authorization: `Bearer ${server.token}` },
      signal: AbortSignal.timeout(2_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}
