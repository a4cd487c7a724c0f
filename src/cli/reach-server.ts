import type { Application } from '../application.ts';
import { findServer, type RunningServer } from '../platform/server-file.ts';
import { ApiClient } from './api-client.ts';
import { stopSignal } from './stop-signal.ts';

/** How a command does its work: by the server that runs on the data folder, or by one of its own. */
export type Reached = { api: ApiClient; isOwn: boolean };

/**
 * Does a command's work by the server of the data folder; where none answers, by one that is started
 * in this process for as long as the work takes, and stopped cleanly when it is broken off as well.
 * Resolves with the exit code.
 */
export async function withServer(
  dataFolder: string,
  start: () => Promise<Application>,
  work: (reached: Reached) => Promise<number>,
): Promise<number> {
  const running = await findServer(dataFolder);
  if (running && (await answers(running))) {
    return work({ api: new ApiClient(running), isOwn: false });
  }
  const { asked, forget } = stopSignal();
  const own = await start();
  try {
    if (!own.api) throw new Error('a server of a command serves the API');
    return await Promise.race([asked, work({ api: new ApiClient(own.api), isOwn: true })]);
  } finally {
    await own.stop();
    forget();
  }
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
