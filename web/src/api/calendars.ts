import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Calendar, ImportReport } from '../../../src/contract/calendar.ts';
import { language } from '../language/own-language.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** The account's calendars, with how many appointments each has. */
export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: async ({ signal }) => {
    return orThrow(await call<{ items: Calendar[] }>('GET', '/calendars', { signal })).items;
  },
});

/** Brings the example clinic in, or takes it away with all that was sent to it. */
export function useExampleClinic() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (method: 'PUT' | 'DELETE') => {
      orThrow(
        await call<null>(method, '/example-clinic', method === 'PUT' ? { json: { language } } : {}),
      );
    },
    onSettled: () => cache.invalidateQueries(),
  });
}

/** Takes in an .ics file. A big one takes a while, so it has two minutes. */
export function useImportCalendar() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      form.set('file', file, file.name);
      return orThrow(
        await call<ImportReport>('POST', '/calendars/import', { form, timeout: 120_000 }),
      );
    },
    onSettled: async () => {
      await Promise.all([
        cache.invalidateQueries({ queryKey: ['calendars'] }),
        cache.invalidateQueries({ queryKey: ['appointments'] }),
      ]);
    },
  });
}
