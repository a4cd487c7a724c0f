import type { QueryClient } from '@tanstack/react-query';

/** Whoever has scrolled further than so many pages asks again by themselves: each page is a call. */
const MOST_PAGES = 5;

type WithPages = { state: { data?: { pages: unknown[] } | undefined } };

/** Asks again every so many milliseconds, as long as a list is short. */
export function refreshEvery(milliseconds: number) {
  return (query: WithPages): number | false =>
    (query.state.data?.pages.length ?? 0) <= MOST_PAGES ? milliseconds : false;
}

/** Asks again for what is shown under a key, where it is not too long, and marks the rest as old. */
export async function refresh(cache: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  await cache.invalidateQueries({ queryKey, refetchType: 'none' });
  await cache.refetchQueries({
    queryKey,
    type: 'active',
    predicate: ({ state }) => {
      // Lists keep pages; anything else is one answer.
      const data = state.data as { pages?: unknown[] } | undefined;
      return (data?.pages?.length ?? 1) <= MOST_PAGES;
    },
  });
}
