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

/** All that went, or will go, to one participant, newest first. */
export const communicationsQuery = (participantId: string) =>
  queryOptions({
    queryKey: ['communications', participantId],
    queryFn: async ({ signal }) => {
      const path = `/participants/${participantId}/communications`;
      return orThrow(await call<Communications>('GET', path, { signal })).items;
    },
    refetchInterval: 5_000,
  });
