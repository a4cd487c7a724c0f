import { queryOptions } from '@tanstack/react-query';
import type {
  AgendaPage,
  Appointment,
  AppointmentCount,
  AppointmentFilter,
  NearbyDays,
} from '../../../src/contract/appointment.ts';
import type { AppointmentDays } from '../../../src/contract/appointment-days.ts';
import type { Communications } from '../../../src/contract/delivery.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { queryString } from './query-string.ts';

/** Milliseconds after which a page further down that nobody looks at is let go of: scrolling on would fill the tab. */
const KEPT = 15_000;

/** A page of the agenda in order of time: the first, or the one behind a cursor. */
export const agendaPageQuery = (filter: AppointmentFilter, cursor: string) =>
  queryOptions({
    queryKey: ['appointments', filter, cursor],
    queryFn: async ({ signal }) => {
      const query = queryString({ ...filter, cursor, limit: 200 });
      return orThrow(await call<AgendaPage>('GET', `/appointments${query}`, { signal }));
    },
    ...(cursor !== '' && { gcTime: KEPT }),
  });

/** All appointments of a filter, which is to name days that are not many; `most` and no more of them. */
export async function allAppointments(
  filter: AppointmentFilter,
  most: number,
): Promise<Appointment[]> {
  const found: Appointment[] = [];
  let cursor: string | null = '';
  while (cursor !== null && found.length < most) {
    const query = queryString({ ...filter, cursor, limit: 500 });
    const page: AgendaPage = orThrow(await call<AgendaPage>('GET', `/appointments${query}`));
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
}

/** The days nearest to those of a filter that have appointments. */
export const nearbyDaysQuery = (filter: AppointmentFilter) =>
  queryOptions({
    queryKey: ['appointments', 'nearby', filter],
    queryFn: async ({ signal }) => {
      const path = `/appointments/nearby-days${queryString(filter)}`;
      return orThrow(await call<NearbyDays>('GET', path, { signal }));
    },
  });

/** How many appointments each day has, from one day to another. */
export const appointmentDaysQuery = (filter: AppointmentFilter & { from: string; to: string }) =>
  queryOptions({
    queryKey: ['appointments', 'days', filter],
    queryFn: async ({ signal }) => {
      const path = `/appointments/days${queryString(filter)}`;
      return orThrow(await call<AppointmentDays>('GET', path, { signal }));
    },
  });

/** How many appointments match. */
export const appointmentCountQuery = (filter: AppointmentFilter) =>
  queryOptions({
    queryKey: ['appointments', 'count', filter],
    queryFn: async ({ signal }) => {
      const path = `/appointments/count${queryString(filter)}`;
      return orThrow(await call<AppointmentCount>('GET', path, { signal })).matching;
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
