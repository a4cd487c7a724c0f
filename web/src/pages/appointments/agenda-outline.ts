import type { AgendaPage } from '../../../../src/contract/appointment.ts';

/** What is kept of a page of the agenda while its appointments are let go of: enough to leave its place free. */
export type KnownPage = {
  next: string | null;
  /** Its days in order of time. The first may have begun on the page before, the last go on on the next. */
  days: readonly { day: string; appointments: number }[];
  /** Lines of appointments and of their participants. */
  appointments: number;
  participants: number;
};

/** Where a page begins, and what is known of it; null: it was never loaded. */
export type OutlinedPage = { cursor: string; known: KnownPage | null };

/** All pages of an agenda as far as it was looked at, the first that was not included. */
export type AgendaOutline = readonly OutlinedPage[];

/** Of an agenda that nobody has looked at yet. */
export const unread: AgendaOutline = [{ cursor: '', known: null }];

/**
 * The outline when the page of a cursor has come, for the first time or again; the same one where that tells
 * nothing new. Where the page ends elsewhere than before, as appointments came or went, the next one begins there.
 */
export function withPage(outline: AgendaOutline, cursor: string, page: AgendaPage): AgendaOutline {
  const place = outline.findIndex((one) => one.cursor === cursor);
  const before = outline[place];
  if (!before) return outline;
  const known = outlined(page);
  const after = outline[place + 1];
  if (isSame(before.known, known) && (after?.cursor ?? null) === page.next) return outline;
  const rest =
    page.next === null
      ? []
      : [{ cursor: page.next, known: after?.known ?? null }, ...outline.slice(place + 2)];
  return [...outline.slice(0, place), { cursor, known }, ...rest];
}

/** How many appointments each day has; days whose end was not looked at are missing. */
export function countsOfDays(outline: AgendaOutline): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { known } of outline) {
    for (const { day, appointments } of known?.days ?? []) {
      counts.set(day, (counts.get(day) ?? 0) + appointments);
    }
  }
  const isWhole = outline.at(-1)?.known?.next === null;
  const last = outline.findLast(({ known }) => known !== null)?.known?.days.at(-1)?.day;
  if (!isWhole && last !== undefined) counts.delete(last);
  return counts;
}

function outlined({ items, next }: AgendaPage): KnownPage {
  const days: { day: string; appointments: number }[] = [];
  let participants = 0;
  for (const { day, participants: people } of items) {
    const last = days.at(-1);
    if (last?.day === day) last.appointments += 1;
    else days.push({ day, appointments: 1 });
    if (people.length > 1) participants += people.length;
  }
  return { next, days, appointments: items.length, participants };
}

function isSame(a: KnownPage | null, b: KnownPage): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
