import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Appointment } from '../../../src/contract/appointment.ts';
import type {
  AppointmentChange,
  AppointmentInput,
  WaitingMessage,
} from '../../../src/contract/typed-appointment.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** What is still to go out about an appointment, the next first. */
export const waitingMessagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['appointments', 'waiting-messages', id],
    queryFn: async ({ signal }) => {
      const path = `/appointments/${id}/waiting-messages`;
      return orThrow(await call<{ items: WaitingMessage[] }>('GET', path, { signal })).items;
    },
  });

/** Types in an appointment; the same key does it once, however often it is asked for. */
export function useAddAppointment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ json, key }: { json: AppointmentInput; key: string }) => {
      const headers = { 'idempotency-key': key };
      return orThrow(await call<Appointment>('POST', '/appointments', { json, headers }));
    },
    onSuccess: refresh,
  });
}

/** Changes an appointment that was typed in. */
export function useChangeAppointment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, json }: { id: string; json: AppointmentChange }) =>
      orThrow(await call<Appointment>('PATCH', `/appointments/${id}`, { json })),
    onSuccess: refresh,
  });
}

/** Says whether an appointment takes place. */
export function useSetStatus(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (status: Appointment['status']) =>
      orThrow(await call<Appointment>('PUT', `/appointments/${id}/status`, { json: { status } })),
    onSuccess: refresh,
  });
}

/** Removes an appointment that was typed in by mistake. */
export function useRemoveAppointment(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async () => {
      orThrow(await call<null>('DELETE', `/appointments/${id}`));
    },
    onSuccess: refresh,
  });
}

function useRefresh() {
  const cache = useQueryClient();
  return () =>
    Promise.all(
      ['appointments', 'calendars', 'plan', 'preview'].map((name) =>
        cache.invalidateQueries({ queryKey: [name] }),
      ),
    );
}
