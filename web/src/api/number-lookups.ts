import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { KnownNumber } from '../../../src/contract/known-number.ts';
import type { LookupOffer, LookupResult } from '../../../src/contract/number-lookup.ts';
import type { PlanRequest } from '../../../src/contract/plan.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** Who looks numbers up, for how much, and how many today. */
export const lookupOfferQuery = queryOptions({
  queryKey: ['lookup-offer'],
  queryFn: async ({ signal }) =>
    orThrow(await call<LookupOffer>('GET', '/number-lookups/offer', { signal })),
});

/** What is known of a number, and from where. */
export const knownNumberQuery = (number: string) =>
  queryOptions({
    queryKey: ['number', number],
    queryFn: async ({ signal }) => {
      const path = `/numbers/${encodeURIComponent(number)}`;
      return orThrow(await call<KnownNumber>('GET', path, { signal }));
    },
  });

/** Looks the unknown numbers of a message up, no more of them than `atMost`; the plan is another then. */
export function useLookUp() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ request, atMost }: { request: PlanRequest; atMost: number }) =>
      orThrow(
        await call<LookupResult>('POST', '/number-lookups', {
          json: { ...request, atMost },
          timeout: 60_000,
        }),
      ),
    onSettled: () =>
      Promise.all(
        ['plan', 'preview', 'lookup-offer', 'number'].map((name) =>
          cache.invalidateQueries({ queryKey: [name] }),
        ),
      ),
  });
}
