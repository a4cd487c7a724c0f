import { z } from 'zod';

/** Where a page of the agenda ended. `startsAt` is PostgreSQL's own text, exact to the microsecond. */
export type AgendaPlace = { startsAt: string; id: string };

const place = z.tuple([z.string().refine(isTimestamp), z.uuid()]);

/** As PostgreSQL writes a timestamptz in UTC, of a day that exists. */
function isTimestamp(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/.test(text)) return false;
  const date = new Date(text.replace(' ', 'T').replace('+00', 'Z'));
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text.slice(0, 10);
}

/** A place as an opaque text for the client. */
export function writeAgendaCursor({ startsAt, id }: AgendaPlace): string {
  return Buffer.from(JSON.stringify([startsAt, id])).toString('base64url');
}

/** The place of a cursor; null for none, and for one that is none of ours. */
export function readAgendaCursor(cursor: string | undefined): AgendaPlace | null {
  if (cursor === undefined) return null;
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [startsAt, id] = place.parse(said);
    return { startsAt, id };
  } catch {
    return null;
  }
}
