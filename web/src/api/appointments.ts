import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AgendaPage, AppointmentFilter } from '../../../src/contract/appointment.ts';
import type { Communications } from '../../../src/contract/delivery.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { queryString } from './query-string.ts';

/** The agenda in order of time, page by page. */
export const agendaQuery = (filter: AppointmentFilter) =>
  infiniteQueryOptions({
    queryKey: ['appointments', filter],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ ...filter, cursor: pageParam, limit: 200 });
      return orThrow(await call<AgendaPage>('GET', `/appointments${query}`, { signal }));
    },
    getNextPageParam: (page) => page.next,
  });

/** How many appointments from a day on have somebody of whom it is not clear which contact it is. */
export const ambiguousCountQuery = (from: string) =>
  queryOptions({
    queryKey: ['appointments', 'ambiguous', from],
    queryFn: async ({ signal }) => {
      const query = queryString({ match: 'ambiguous', from, limit: 1 });
      return orThrow(await call<AgendaPage>('GET', `/appointments${query}`, { signal })).matching;
    },
  });

/** All that went, or will go, to one participant, newest first. */
export const communicationsQuery = (participantId: string) =>
  queryOptions({
    queryKey: ['communications', participantId],
    queryFn: async ({ signal }) => {
      const path = `/participants/${participantId}/communications`;
      return orThrow(await call<Communications>('GET', path, { signal }));
    },
    refetchInterval: 5_000,
  });
