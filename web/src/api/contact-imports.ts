import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ContactImport } from '../../../src/contract/contact-import.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { type Upload, upload } from './upload.ts';

/** Milliseconds for 60 MB over a slow line. */
const PATIENCE = 600_000;

/** Uploads a CSV or vCard file; it is checked then, and nothing is written. */
export function uploadContacts(
  file: File,
  onProgress: (part: number) => void,
): Upload<ContactImport> {
  return upload<ContactImport>('/contact-imports', file, {
    patience: PATIENCE,
    again: 'choose',
    onProgress,
  });
}

/** One import, asked for again as long as the server works on it. */
export const contactImportQuery = (id: string) =>
  queryOptions({
    queryKey: ['contact-import', id],
    queryFn: async ({ signal }) =>
      orThrow(await call<ContactImport>('GET', `/contact-imports/${id}`, { signal })),
    refetchInterval: ({ state }) => (state.data && isAtRest(state.data) ? false : 400),
  });

/** Says what each column becomes; all rows are checked again. */
export function useSetMapping(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (mapping: readonly string[]) =>
      orThrow(
        await call<ContactImport>('PUT', `/contact-imports/${id}/mapping`, { json: { mapping } }),
      ),
    onSuccess: (changed) => cache.setQueryData(contactImportQuery(id).queryKey, changed),
  });
}

/** Writes what was checked, or lets the import go. */
export function useEndImport(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (way: 'commit' | 'cancellation') =>
      orThrow(await call<ContactImport>('POST', `/contact-imports/${id}/${way}`, { json: {} })),
    onSuccess: (changed) => cache.setQueryData(contactImportQuery(id).queryKey, changed),
  });
}

function isAtRest({ state }: ContactImport): boolean {
  return state === 'ready' || state === 'done' || state === 'canceled';
}
