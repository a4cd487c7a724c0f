import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  SandboxDevice,
  SandboxDevicePage,
  SandboxFaultRequest,
  SandboxReplyRequest,
} from '../../../src/contract/sandbox.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { queryString } from './query-string.ts';
import { refreshEvery } from './refresh.ts';

/** Which pretend phones and mailboxes are shown. */
export type DeviceFilter = {
  kind?: 'phone' | 'mailbox' | undefined;
  text?: string | undefined;
};

/** Pretend phones and mailboxes, the one that got something last first. */
export const devicesQuery = (filter: DeviceFilter) =>
  infiniteQueryOptions({
    queryKey: ['devices', filter],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ ...filter, cursor: pageParam, limit: 24 });
      return orThrow(await call<SandboxDevicePage>('GET', `/sandbox/devices${query}`, { signal }));
    },
    getNextPageParam: (page) => page.next,
    refetchInterval: refreshEvery(3_000),
  });

/** Where an email in a pretend mailbox is, as a page for a frame. */
export const emailAddress = (id: string) => `/api/sandbox/messages/${id}/html`;

/** Decides what goes wrong at a device from now on. */
export function useSetFault() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (request: SandboxFaultRequest) =>
      orThrow(await call<SandboxDevice>('PUT', '/sandbox/faults', { json: request })),
    onSettled: () => cache.invalidateQueries({ queryKey: ['devices'] }),
  });
}

/** Answers as somebody with a device. A reply carries its own id, so that pressing twice is one answer. */
export function useReply() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (request: SandboxReplyRequest) =>
      orThrow(await call<SandboxDevice>('POST', '/sandbox/replies', { json: request })),
    onSettled: () =>
      Promise.all(
        ['devices', 'opt-out-proposals', 'suppressions', 'broadcasts', 'plan'].map((name) =>
          cache.invalidateQueries({ queryKey: [name] }),
        ),
      ),
  });
}

/** Presses a key while a call is played. */
export function usePressKey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (request: { messageId: string; key: string }) =>
      orThrow(await call<null>('POST', '/sandbox/keys', { json: request })),
    onSettled: () => cache.invalidateQueries({ queryKey: ['devices'] }),
  });
}
