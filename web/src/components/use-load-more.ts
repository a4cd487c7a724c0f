import { useEffect } from 'react';

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** Fetches the next page when the last line shown comes within `ahead` lines of the last loaded. */
export function useLoadMore(pages: Pages, lastShown: number, loaded: number, ahead = 40): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const near = loaded > 0 && lastShown >= loaded - ahead;
  useEffect(() => {
    if (near && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [near, hasNextPage, isFetchingNextPage, fetchNextPage]);
}
