import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Appointment, AppointmentFilter } from '../../../../src/contract/appointment.ts';
import { agendaQuery } from '../../api/appointments.ts';
import { refreshEvery } from '../../api/refresh.ts';
import { agendaLines } from './agenda-lines.ts';

/** The agenda under a filter: what is loaded of it, as lines, and the way to more. */
export function useAgenda(filter: AppointmentFilter) {
  const query = useInfiniteQuery({
    ...agendaQuery(filter),
    placeholderData: keepPreviousData,
    refetchInterval: refreshEvery(15_000),
  });
  const pages = query.data?.pages;
  const appointments = useMemo(() => (pages ?? []).flatMap((page) => page.items), [pages]);
  const lines = useMemo(() => agendaLines(appointments), [appointments]);
  const { hasNextPage, fetchNextPage } = query;

  /** All appointments of a day, fetched to its end where the day is cut by a page. */
  const wholeDay = async (day: string): Promise<Appointment[]> => {
    let loaded = appointments;
    let more = hasNextPage;
    while (more && loaded.at(-1)?.day === day) {
      const next = await fetchNextPage();
      if (next.error) break;
      loaded = (next.data?.pages ?? []).flatMap((page) => page.items);
      more = next.hasNextPage;
    }
    return loaded.filter((appointment) => appointment.day === day);
  };

  return { query, appointments, lines, matching: pages?.[0]?.matching ?? 0, wholeDay };
}

/** The agenda as a page has it. */
export type Agenda = ReturnType<typeof useAgenda>;
