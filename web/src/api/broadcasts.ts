import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  Broadcast,
  BroadcastList,
  BroadcastRequest,
} from '../../../src/contract/broadcast.ts';
import type { BroadcastHistory } from '../../../src/contract/broadcast-history.ts';
import type { Settlement } from '../../../src/contract/delivery.ts';
import type { Faces } from '../../../src/contract/faces.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { queryString } from './query-string.ts';
import { refreshEvery } from './refresh.ts';

/** Which messages the outbox lists. */
export type BroadcastFilter = {
  folder?: 'appointments' | 'other' | undefined;
  state?: 'scheduled' | 'sending' | 'sent' | undefined;
  text?: string | undefined;
};

/** Messages, newest first, page by page. */
export const broadcastsQuery = (filter: BroadcastFilter) =>
  infiniteQueryOptions({
    queryKey: ['broadcasts', filter],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ ...filter, cursor: pageParam, limit: 50 });
      return orThrow(await call<BroadcastList>('GET', `/broadcasts${query}`, { signal }));
    },
    getNextPageParam: (page) => page.next,
    refetchInterval: refreshEvery(5_000),
  });

/** One message. */
export const broadcastQuery = (id: string) =>
  queryOptions({
    queryKey: ['broadcast', id],
    queryFn: async ({ signal }) =>
      orThrow(await call<Broadcast>('GET', `/broadcasts/${id}`, { signal })),
  });

/** How the outcomes of a message came about. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['broadcast-history', id],
    queryFn: async ({ signal }) =>
      orThrow(await call<BroadcastHistory>('GET', `/broadcasts/${id}/history`, { signal })),
  });

/** The first messages of a broadcast one by one. */
export const facesQuery = (id: string) =>
  queryOptions({
    queryKey: ['faces', id],
    queryFn: async ({ signal }) =>
      orThrow(await call<Faces>('GET', `/broadcasts/${id}/faces`, { signal })),
  });

/** Sends or schedules. The same `key` never makes a second broadcast, however often it is used. */
export function useSend() {
  const changed = useBroadcastChanged();
  return useMutation({
    mutationFn: async ({ key, request }: { key: string; request: BroadcastRequest }) =>
      orThrow(
        await call<Broadcast>('POST', '/broadcasts', {
          json: request,
          headers: { 'idempotency-key': key },
          timeout: 60_000,
        }),
      ),
    onSuccess: changed,
  });
}

/** What can be done with a message that is under way. */
export type BroadcastOrder = 'cancel' | 'pause' | 'resume' | 'ignoreQuietHours';

const orders: Readonly<Record<BroadcastOrder, readonly ['POST' | 'DELETE', string]>> = {
  cancel: ['POST', 'cancellation'],
  pause: ['POST', 'pause'],
  resume: ['DELETE', 'pause'],
  ignoreQuietHours: ['POST', 'quiet-hours-override'],
};

/** Pauses, resumes, takes back what has not gone out yet, or lets it go out in quiet hours. */
export function useBroadcastOrder(id: string) {
  const changed = useBroadcastChanged();
  return useMutation({
    mutationFn: async (order: BroadcastOrder) => {
      const [method, path] = orders[order];
      return orThrow(await call<Broadcast>(method, `/broadcasts/${id}/${path}`));
    },
    onSuccess: changed,
  });
}

/** Decides about everything of a message of which nobody can say whether it was taken. */
export function useSettleAll(id: string) {
  const changed = useBroadcastChanged();
  return useMutation({
    mutationFn: async (decision: Settlement['decision']) =>
      orThrow(
        await call<Broadcast>('POST', `/broadcasts/${id}/settlement`, { json: { decision } }),
      ),
    onSuccess: changed,
  });
}

/** Takes a message that a call has changed into the cache, and asks again for what shows it. */
export function useBroadcastChanged() {
  const cache = useQueryClient();
  return async (broadcast: Broadcast) => {
    cache.setQueryData(broadcastQuery(broadcast.id).queryKey, broadcast);
    await Promise.all(
      ['broadcasts', 'deliveries', 'appointments', 'communications'].map((name) =>
        cache.invalidateQueries({ queryKey: [name] }),
      ),
    );
  };
}
