import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import type { Sighting } from './ledger-gap.ts';
import { isSameHome } from './server-mark.ts';

const shape = z.object({
  system: z.string(),
  timeline: z.string(),
  lsn: z.string().regex(/^\d+$/).transform(BigInt),
  folder: z.uuid(),
  promises: z.int(),
  until: z.iso.datetime().transform((text) => new Date(text)),
});

/** What was seen last by the processes that share the file; null where there is none that can be read. */
export async function readSeen(file: string): Promise<Sighting | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Puts a sighting on disk before it resolves, whole or not at all. Of the same home the later one
 * stays, so that processes that share the file do not set each other back; `isAfresh`: what stands
 * there has been lost.
 */
export async function writeSeen(file: string, seen: Sighting, isAfresh: boolean): Promise<void> {
  const before = isAfresh ? null : await readSeen(file);
  const latest = before && isSameHome(before, seen) ? later(before, seen) : seen;
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify({ ...latest, lsn: String(latest.lsn) }));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

function later(one: Sighting, other: Sighting): Sighting {
  return {
    ...other,
    promises: Math.max(one.promises, other.promises),
    lsn: one.lsn > other.lsn ? one.lsn : other.lsn,
    until: one.until > other.until ? one.until : other.until,
  };
}
