import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SendingPolicy } from '../../../src/contract/sending-policy.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** What the account allows itself: quiet hours, countries, caps and alarms. */
export const sendingPolicyQuery = queryOptions({
  queryKey: ['sending-policy'],
  queryFn: async ({ signal }) =>
    orThrow(await call<SendingPolicy>('GET', '/sending-policy', { signal })),
});

/** Writes it whole; who waits and what would be refused may be others afterwards. */
export function useChangeSendingPolicy() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (policy: SendingPolicy) =>
      orThrow(await call<SendingPolicy>('PUT', '/sending-policy', { json: policy })),
    onSuccess: async (policy) => {
      cache.setQueryData(sendingPolicyQuery.queryKey, policy);
      await Promise.all(
        ['plan', 'broadcasts', 'broadcast', 'lookup-offer'].map((name) =>
          cache.invalidateQueries({ queryKey: [name] }),
        ),
      );
    },
  });
}
