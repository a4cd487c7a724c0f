import { z } from 'zod';

/** Where a page of contacts ended. */
export type ContactPlace = { listName: string; id: string };

const place = z.tuple([z.string().max(1_000), z.uuid()]);

/** A place as an opaque text for the client. */
export function writeContactCursor({ listName, id }: ContactPlace): string {
  return Buffer.from(JSON.stringify([listName, id])).toString('base64url');
}

/** The place of a cursor; null for none, and for one that is none of ours. */
export function readContactCursor(cursor: string | undefined): ContactPlace | null {
  if (cursor === undefined) return null;
  try {
    const [listName, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return listName.isWellFormed() && !listName.includes('\0') ? { listName, id } : null;
  } catch {
    return null;
  }
}
