import { findServer, type RunningServer } from '../../src/platform/server-file.ts';

/** The server of a data folder, with the token that it left there for this machine's command line. */
export async function serverOf(folder: string): Promise<RunningServer> {
  const server = await findServer(folder);
  if (!server) throw new Error(`no server has left word in ${folder}`);
  return server;
}
