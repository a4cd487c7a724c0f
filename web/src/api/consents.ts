import { infiniteQueryOptions, queryOptions, useMutation } from '@tanstack/react-query';
import type { Channel } from '../../../src/contract/channel.ts';
import type { ConsentBasis, ConsentPage, ConsentState } from '../../../src/contract/consent.ts';
import type { SuppressionPage } from '../../../src/contract/suppression.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { useForgetSuppressions } from './opt-outs.ts';
import { queryString } from './query-string.ts';

/** What somebody here notes of an address. */
export type NotedConsent = {
  state: ConsentState;
  channel: Channel;
  source: 'typed' | 'form' | 'imported';
  /** Only of what is granted. */
  basis: ConsentBasis;
  words: string;
  detail: string;
};

/** What an address agreed to and took back, newest first. */
export const consentsQuery = (address: string) =>
  infiniteQueryOptions({
    queryKey: ['consents', address],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ address, cursor: pageParam, limit: 20 });
      return orThrow(await call<ConsentPage>('GET', `/consents${query}`, { signal }));
    },
    getNextPageParam: (page) => page.next,
  });

/** On which channels an address is on the list of whom not to contact. */
export const suppressionsOfQuery = (address: string) =>
  queryOptions({
    queryKey: ['suppressions', 'of', address],
    queryFn: async ({ signal }) => {
      const query = queryString({ text: address, limit: 100 });
      const page = orThrow(await call<SuppressionPage>('GET', `/suppressions${query}`, { signal }));
      return page.items.filter((row) => row.address.toLowerCase() === address.toLowerCase());
    },
  });

/** Notes what an address agreed to or took back. */
export function useNoteConsent(address: string) {
  const forget = useForgetSuppressions();
  return useMutation({
    mutationFn: async ({ state, basis, ...evidence }: NotedConsent) => {
      const json = { ...evidence, address };
      return orThrow(
        state === 'granted'
          ? await call<ConsentPage>('POST', '/consents', { json: { ...json, basis } })
          : await call<ConsentPage>('POST', '/consents/revocations', { json }),
      );
    },
    onSuccess: forget,
  });
}
