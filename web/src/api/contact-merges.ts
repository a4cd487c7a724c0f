import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  ContactDuplicate,
  ContactMerge,
  MergePreview,
} from '../../../src/contract/contact-merge.ts';
import { call } from './call.ts';
import { refreshContacts } from './contacts.ts';
import { orThrow } from './failure.ts';
import { queryString } from './query-string.ts';

type DuplicatesPage = { items: ContactDuplicate[]; next: string | null };

/** Pairs that are likely one, the likeliest first; with an id, only those that this contact is one of. */
export const duplicatesQuery = (contactId?: string) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'duplicates', contactId ?? null],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ contactId, cursor: pageParam, limit: 20 });
      return orThrow(await call<DuplicatesPage>('GET', `/contact-duplicates${query}`, { signal }));
    },
    getNextPageParam: (page) => page.next,
  });

/** What was merged into a contact, the last first. */
export const mergesQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contacts', 'merges', contactId],
    queryFn: async ({ signal }) => {
      const path = `/contacts/${contactId}/merges`;
      return orThrow(await call<{ items: ContactMerge[] }>('GET', path, { signal })).items;
    },
  });

/** What merging the second into the first would make of it. */
export const mergePreviewQuery = (keptId: string, mergedId: string) =>
  queryOptions({
    queryKey: ['contacts', 'merge-preview', keptId, mergedId],
    queryFn: async ({ signal }) => {
      const path = `/contacts/${keptId}/merges/preview${queryString({ mergedId })}`;
      return orThrow(await call<MergePreview>('GET', path, { signal }));
    },
  });

/** Makes two contacts one. */
export function useMergeContacts() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ keptId, mergedId }: { keptId: string; mergedId: string }) => {
      const path = `/contacts/${keptId}/merges`;
      return orThrow(await call<ContactMerge>('POST', path, { json: { mergedId } }));
    },
    // Not waited for: what shows the contacts may be gone before whoever merged has been told.
    onSuccess: () => void refreshContacts(cache),
  });
}

/** Takes two contacts apart again. */
export function useUndoMerge({ keptId, id }: ContactMerge) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async () => orThrow(await call<null>('DELETE', `/contacts/${keptId}/merges/${id}`)),
    onSuccess: () => void refreshContacts(cache),
  });
}
