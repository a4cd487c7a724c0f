import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  DeliveryPage,
  DeliveryStory,
  RecipientFileQuery,
  Settlement,
} from '../../../src/contract/delivery.ts';
import type { Outcome } from '../../../src/contract/outcome.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { queryString } from './query-string.ts';

/** The recipients of a message, page by page. */
export const deliveriesQuery = (broadcastId: string, filter: RecipientFileQuery) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', broadcastId, filter],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ ...filter, cursor: pageParam, limit: 100 });
      const path = `/broadcasts/${broadcastId}/deliveries${query}`;
      return orThrow(await call<DeliveryPage>('GET', path, { signal }));
    },
    getNextPageParam: (page) => page.next,
  });

/** The first recipients of an outcome, as they stand when it is asked for. */
export const reportQuery = (broadcastId: string, outcome: Outcome) =>
  queryOptions({
    queryKey: ['report', broadcastId, outcome],
    queryFn: async ({ signal }) => {
      const query = queryString({ outcome, limit: 500 });
      const path = `/broadcasts/${broadcastId}/deliveries${query}`;
      return orThrow(await call<DeliveryPage>('GET', path, { signal }));
    },
  });

/** Where the same recipients are had as a file, all of them. */
export const recipientsFile = (broadcastId: string, filter: RecipientFileQuery): string =>
  `/api/broadcasts/${broadcastId}/recipients.csv${queryString(filter)}`;

/** One delivery whole: its exact text and each attempt. */
export const storyQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['delivery', deliveryId],
    queryFn: async ({ signal }) =>
      orThrow(await call<DeliveryStory>('GET', `/deliveries/${deliveryId}`, { signal })),
    refetchInterval: 3_000,
  });

/** Decides about a delivery of which nobody can say whether it was taken. */
export function useSettle(deliveryId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (decision: Settlement['decision']) => {
      const path = `/deliveries/${deliveryId}/settlement`;
      return orThrow(await call<DeliveryStory>('POST', path, { json: { decision } }));
    },
    onSuccess: async (story) => {
      cache.setQueryData(storyQuery(deliveryId).queryKey, story);
      await cache.invalidateQueries({ queryKey: ['deliveries', story.broadcastId] });
      await cache.invalidateQueries({ queryKey: ['broadcast', story.broadcastId] });
    },
  });
}

/** Takes back what waits for one person. */
export function useTakeBack(deliveryId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      orThrow(await call<DeliveryStory>('POST', `/deliveries/${deliveryId}/cancellation`)),
    onSuccess: () =>
      Promise.all(
        ['broadcast', 'broadcasts', 'deliveries', 'appointments', 'communications'].map((name) =>
          cache.invalidateQueries({ queryKey: [name] }),
        ),
      ),
  });
}
