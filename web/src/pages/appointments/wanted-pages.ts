import type { AgendaLine } from './agenda-lines.ts';
import type { AgendaOutline } from './agenda-outline.ts';

/** Pages from one to another, both included. */
export type PageSpan = { first: number; last: number };

/** So many lines beyond what is shown are loaded, and at most so many pages for the sake of whole days. */
const AHEAD = 150;
const MOST = 8;

/**
 * Which pages have to be loaded for the lines that are shown: theirs, those soon to be scrolled to, and as far
 * as they were looked at those of the same days, so that the box of a day knows all its ticks.
 */
export function wantedPages(
  lines: readonly AgendaLine[],
  outline: AgendaOutline,
  shown: { first: number; last: number },
): PageSpan {
  let first = lines[Math.max(0, shown.first - AHEAD)]?.page ?? 0;
  let last = lines[Math.min(lines.length - 1, shown.last + AHEAD)]?.page ?? 0;
  const top = firstDay(outline, lines[shown.first]?.page ?? 0);
  while (
    first > 0 &&
    last - first < MOST &&
    top !== undefined &&
    top === lastDay(outline, first - 1)
  ) {
    first -= 1;
  }
  const bottom = lastDay(outline, lines[shown.last]?.page ?? 0);
  while (last - first < MOST && bottom !== undefined && bottom === firstDay(outline, last + 1)) {
    last += 1;
  }
  return { first, last };
}

function firstDay(outline: AgendaOutline, page: number): string | undefined {
  return outline[page]?.known?.days[0]?.day;
}

function lastDay(outline: AgendaOutline, page: number): string | undefined {
  return outline[page]?.known?.days.at(-1)?.day;
}
