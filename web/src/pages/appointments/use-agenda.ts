import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AgendaPage, AppointmentFilter } from '../../../../src/contract/appointment.ts';
import { agendaPageQuery } from '../../api/appointments.ts';
import { agendaLines } from './agenda-lines.ts';
import { countsOfDays, unread, withPage } from './agenda-outline.ts';
import { sameFilter } from './selection.ts';
import { type PageSpan, wantedPages } from './wanted-pages.ts';

/** What is shown is asked for again after so many milliseconds. */
const AGAIN = 15_000;
const START: PageSpan = { first: 0, last: 0 };

/**
 * The agenda under a filter. Of all that was scrolled past, the pages in view and the first are kept, so that
 * the tab does not grow; the others leave their place free and come again when one scrolls back.
 */
export function useAgenda(filter: AppointmentFilter) {
  const [state, setState] = useState({ filter, outline: unread, wanted: START });
  if (!sameFilter(state.filter, filter)) setState({ filter, outline: unread, wanted: START });
  const { outline, wanted } = sameFilter(state.filter, filter)
    ? state
    : { outline: unread, wanted: START };

  // The first page stays: it tells whether there are any, and the way back up ends there.
  const places = useMemo(
    () =>
      outline.flatMap((_, i) => (i === 0 || (i >= wanted.first && i <= wanted.last) ? [i] : [])),
    [outline, wanted],
  );
  const before = useRef<ReadonlyMap<number, AgendaPage>>(new Map());
  const asked = useQueries({
    queries: places.map((i) => ({
      ...agendaPageQuery(filter, outline[i]?.cursor ?? ''),
      refetchInterval: AGAIN,
      // Until a page is there under another filter, or from another place on, the one before it stands.
      placeholderData: () => before.current.get(i),
    })),
    combine: together,
  });
  const { pages, fresh } = asked;
  useEffect(() => {
    before.current = new Map(
      places.flatMap((place, n) => {
        const page = pages[n];
        return page ? [[place, page] as const] : [];
      }),
    );
  }, [places, pages]);
  useEffect(() => {
    setState((old) => {
      const found = fresh.reduce((known, page, n) => {
        const cursor = outline[places[n] ?? -1]?.cursor;
        return page && cursor !== undefined ? withPage(known, cursor, page) : known;
      }, old.outline);
      return found === old.outline ? old : { ...old, outline: found };
    });
  }, [fresh, places, outline]);

  const parts = useMemo(() => {
    const loaded = new Map(places.map((place, n) => [place, pages[n]?.items]));
    return outline.map(({ known }, i) => loaded.get(i) ?? known);
  }, [outline, places, pages]);
  const lines = useMemo(() => agendaLines(parts), [parts]);
  const countOfDay = useMemo(() => countsOfDays(outline), [outline]);

  /** Loads what is needed for the lines from one to another. */
  const onShown = useCallback(
    (first: number, last: number) => {
      const next = wantedPages(lines, outline, { first, last });
      setState((old) =>
        old.wanted.first === next.first && old.wanted.last === next.last
          ? old
          : { ...old, wanted: next },
      );
    },
    [lines, outline],
  );

  return {
    /** The same object as long as it asks for the same. */
    filter: state.filter,
    query: asked,
    parts,
    lines,
    isEmpty: (pages[0]?.items.length ?? 0) === 0,
    countOfDay,
    onShown,
  };
}

/** The agenda as a page has it. */
export type Agenda = ReturnType<typeof useAgenda>;

/** Pages that were asked for together. `fresh` are those that are not another one's in the meantime. */
function together(results: UseQueryResult<AgendaPage>[]) {
  return {
    pages: results.map(({ data }) => data),
    fresh: results.map(({ data, isPlaceholderData }) => (isPlaceholderData ? undefined : data)),
    isPending: results[0]?.isPending ?? true,
    error: results.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => {
      for (const result of results) if (result.error) void result.refetch();
    },
  };
}
