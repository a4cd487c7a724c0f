import { type Peer, peers } from '../peers.ts';
import { type Check, one, sum, type Tally } from './check.ts';
import { isProgram } from './child.ts';
import { fetchPeer } from './fetch-peer.ts';

/**
 * Peers are fetched where there is root and apt-get. One that is still missing fails the run in CI,
 * and is left out by name elsewhere.
 */
export const peersCheck: Check = {
  name: 'peers',
  run: async () => sum(await Promise.all(peers.map(check))),
};

async function check(peer: Peer): Promise<Tally> {
  let why = 'not installed';
  if (!isProgram(peer.command) && process.getuid?.() === 0) {
    await fetchPeer(peer).catch((error: unknown) => {
      why = `not installed, and apt-get cannot fetch it: ${error}`;
    });
  }
  if (isProgram(peer.command)) return one(true);
  process.stdout.write(`${peer.name}: ${why} (Debian: ${peer.debian})\n`);
  return isCi() ? one(false) : { passed: 0, failed: 0, skipped: 1 };
}

function isCi(): boolean {
  const { CI } = process.env;
  return CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';
}
