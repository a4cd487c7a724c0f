import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountPlace, CountryZones } from '../../../src/contract/place.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { sessionQuery } from './session.ts';

/** Countries with their time zones. */
export const countryZonesQuery = queryOptions({
  queryKey: ['countries'],
  queryFn: async ({ signal }) =>
    orThrow(await call<{ items: CountryZones[] }>('GET', '/countries', { signal })).items,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Writes where the business is; every day and time that is shown may be another afterwards. */
export function useChangePlace() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (place: AccountPlace) =>
      orThrow(await call<AccountPlace>('PUT', '/account/place', { json: place })),
    onSuccess: async (place) => {
      cache.setQueryData(
        sessionQuery.queryKey,
        (old) => old && { ...old, account: { ...old.account, ...place } },
      );
      await cache.invalidateQueries();
    },
  });
}
