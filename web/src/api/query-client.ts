import { QueryClient } from '@tanstack/react-query';
import { FailedCall } from './failure.ts';

/** The cache of what the server said. Only a broken connection is worth trying again by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Asked also where the browser thinks it is offline: Headsup may be on this very machine, and a
      // failure is said while a call that waits is not.
      networkMode: 'always',
      retry: (times, error) =>
        times < 2 && error instanceof FailedCall && error.failure.kind !== 'problem',
    },
    // A mutation is never repeated by itself: it might have been done.
    mutations: { retry: false, networkMode: 'always' },
  },
});
