import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Channel } from '../../../src/contract/channel.ts';
import type {
  Provider,
  ProviderRequest,
  Providers,
  ProviderTestResult,
} from '../../../src/contract/provider.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** The ways out: the sandbox and what was connected. */
export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: async ({ signal }) =>
    orThrow(await call<Providers>('GET', '/providers', { signal })).items,
});

/** Connects a mail server. */
export function useAddProvider() {
  const changed = useProvidersChanged();
  return useMutation({
    mutationFn: async (request: ProviderRequest) =>
      orThrow(await call<Provider>('POST', '/providers', { json: request, timeout: 60_000 })),
    onSuccess: changed,
  });
}

/** Takes a provider away. */
export function useRemoveProvider() {
  const changed = useProvidersChanged();
  return useMutation({
    mutationFn: async (id: string) => orThrow(await call<void>('DELETE', `/providers/${id}`)),
    onSuccess: changed,
  });
}

/** Decides which provider carries a channel from now on. */
export function useChooseProvider() {
  const changed = useProvidersChanged();
  return useMutation({
    mutationFn: async ({ channel, providerId }: { channel: Channel; providerId: string }) =>
      orThrow(await call<Providers>('PUT', `/channels/${channel}`, { json: { providerId } })),
    onSuccess: changed,
  });
}

/** Sends one real message to an address, and answers with the provider's own words. */
export function useTestProvider(id: string) {
  return useMutation({
    mutationFn: async (address: string) => {
      const options = { json: { address }, timeout: 60_000 };
      return orThrow(await call<ProviderTestResult>('POST', `/providers/${id}/test`, options));
    },
  });
}

/** The banner says which channels are practice, so the session is asked for again as well. */
function useProvidersChanged() {
  const cache = useQueryClient();
  return async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: ['providers'] }),
      cache.invalidateQueries({ queryKey: ['session'] }),
    ]);
  };
}
