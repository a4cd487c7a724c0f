import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Whether this machine lets a process have mounts of its own, as root or in a user namespace. */
export function canMount(): Promise<boolean> {
  const [program = '', ...words] = onSmallDisk(1);
  return promisify(execFile)(program, [...words, 'true'], { env: { HEADSUP_DATA: '/mnt' } }).then(
    () => true,
    () => false,
  );
}

/** The prefix of a command whose HEADSUP_DATA lies on a disk of its own, of so many megabytes. */
export function onSmallDisk(megabytes: number): string[] {
  const mount = `mkdir -p "$HEADSUP_DATA" && mount -t tmpfs -o mode=700,size=${megabytes}m tmpfs "$HEADSUP_DATA" && exec "$@"`;
  return ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', mount, 'sh'];
}

/** A folder as a process sees it that has mounts of its own. */
export function asSeenBy(pid: number, folder: string): string {
  return `/proc/${pid}/root${folder}`;
}

/** Takes all room that is left on a folder's disk; returns how to give it back. */
export async function fillDisk(folder: string): Promise<() => Promise<void>> {
  const ballast = join(folder, 'ballast');
  const file = await open(ballast, 'a');
  for (const size of [1_048_576, 4_096]) {
    const block = Buffer.alloc(size, 1);
    let hasRoom = true;
    while (hasRoom)
      hasRoom = await file.write(block).then(
        ({ bytesWritten }) => bytesWritten === size,
        () => false,
      );
  }
  await file.close();
  return () => rm(ballast);
}
