import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { DatabaseAddress } from '../../src/platform/database.ts';

/**
 * Where a connection is cut at a commit: before PostgreSQL hears of it, at the same moment, or after it
 * has done it and before anybody learns of that.
 */
export type Cut = 'before' | 'meanwhile' | 'after';

/** Stands between Headsup and PostgreSQL, and cuts connections exactly at their commits. */
export type CuttingProxy = {
  /** Of the same database, through the proxy. */
  address: DatabaseAddress;
  /** Commits that passed whole, and those at which it cut. */
  passed(): number;
  cuts(): Record<Cut, number>;
  close(): Promise<void>;
};

/**
 * `commit` (PostgreSQL manual, message formats) as a simple query, type, length, text, zero; and as the
 * name of a prepared statement that is bound, after that of the portal, which is empty.
 */
const COMMITS = ['Q\0\0\0\x0bcommit\0', '\0commit\0'].map((one) => Buffer.from(one, 'latin1'));

/** Starts it before the PostgreSQL of a socket; `choose` says for each commit whether it is cut. */
export async function cuttingProxy(
  address: DatabaseAddress,
  choose: () => Cut | null,
): Promise<CuttingProxy> {
  if (!('host' in address)) throw new Error('the tests have a socket');
  const cuts: Record<Cut, number> = { before: 0, meanwhile: 0, after: 0 };
  let passed = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const postgres = connect(join(address.host, `.s.PGSQL.${address.port}`));
    for (const socket of [client, postgres]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        postgres.destroy();
      });
    }
    let isDeaf = false;
    client.on('data', (words) => {
      const isCommit = COMMITS.some((commit) => words.includes(commit));
      const cut = isCommit ? choose() : null;
      if (isCommit && !cut) passed += 1;
      if (cut) cuts[cut] += 1;
      if (cut === 'before') return void client.destroy();
      isDeaf = cut === 'after';
      postgres.write(words, () => {
        if (cut === 'meanwhile') client.destroy();
      });
    });
    postgres.on('data', (words) => {
      if (isDeaf) client.destroy();
      else client.write(words);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a TCP port, so its address is no path.
  const { port } = server.address() as AddressInfo;
  return {
    address: { ...address, host: '127.0.0.1', port },
    passed: () => passed,
    cuts: () => cuts,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
