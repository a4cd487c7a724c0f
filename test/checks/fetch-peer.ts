import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Peer } from '../peers.ts';
import { peerPrograms } from './child.ts';

const run = promisify(execFile);

/**
 * Fetches a peer's Debian package, with the libraries that are missing here, and unpacks it under
 * node_modules/.cache. It is not installed: a mail server put in place would start, and would throw
 * out the one that a machine has. Throws where apt-get cannot.
 */
export async function fetchPeer(peer: Peer): Promise<void> {
  const folder = join(dirname(peerPrograms), peer.debian);
  const archives = join(folder, 'archives');
  const files = join(folder, 'files');
  await mkdir(join(archives, 'partial'), { recursive: true });
  await mkdir(files, { recursive: true });
  await download(peer.debian, archives).catch(async () => {
    await run('apt-get', ['update']);
    await download(peer.debian, archives);
  });
  for (const name of await readdir(archives)) {
    if (name.endsWith('.deb')) await run('dpkg-deb', ['-x', join(archives, name), files]);
  }
  await rm(archives, { recursive: true });
  await writeStarter(peer, files);
}

async function download(name: string, archives: string): Promise<void> {
  await run('apt-get', [
    ...['install', '--yes', '--no-install-recommends', '--download-only', '--reinstall'],
    ...['-o', `Dir::Cache::archives=${archives}`, '-o', 'APT::Sandbox::User=root', name],
  ]);
}

/** A program in `peerPrograms` that starts the unpacked one with its libraries. */
async function writeStarter(peer: Peer, files: string): Promise<void> {
  const { stdout } = await run('dpkg-architecture', ['-qDEB_HOST_MULTIARCH']).catch(() =>
    run('sh', ['-c', 'echo "$(uname -m)-linux-gnu"']),
  );
  const triplet = stdout.trim();
  const libraries = [...peer.libraries, `usr/lib/${triplet}`, `lib/${triplet}`];
  const starter = join(peerPrograms, peer.command);
  await mkdir(peerPrograms, { recursive: true });
  await writeFile(
    starter,
    [
      '#!/bin/sh',
      `LD_LIBRARY_PATH='${libraries.map((library) => join(files, library)).join(':')}'`,
      'export LD_LIBRARY_PATH',
      `for program in '${files}'/usr/sbin/${peer.command} '${files}'/usr/bin/${peer.command}; do`,
      '  [ -x "$program" ] && exec "$program" "$@"',
      'done',
      'exit 127',
      '',
    ].join('\n'),
  );
  await chmod(starter, 0o755);
}
