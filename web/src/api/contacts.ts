import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  Contact,
  ContactChange,
  ContactPage,
  ContactTag,
} from '../../../src/contract/contact.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { queryString } from './query-string.ts';

/** Which contacts are listed. */
export type ContactFilter = {
  text?: string | undefined;
  tag?: string | readonly string[] | undefined;
};

/** The address book by name, page by page. */
export const contactsQuery = (filter: ContactFilter) =>
  infiniteQueryOptions({
    queryKey: ['contacts', filter],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ ...filter, cursor: pageParam, limit: 100 });
      return orThrow(await call<ContactPage>('GET', `/contacts${query}`, { signal }));
    },
    getNextPageParam: (page) => page.next,
  });

/** The first contacts with what is being typed. */
export const contactsLikeQuery = (text: string) =>
  queryOptions({
    queryKey: ['contacts', 'like', text],
    queryFn: async ({ signal }) => {
      const query = queryString({ text, limit: 50 });
      return orThrow(await call<ContactPage>('GET', `/contacts${query}`, { signal }));
    },
  });

/** Where the contacts are had as a file. */
export function contactsFile(filter: ContactFilter): string {
  return `/api/contacts.csv${queryString(filter)}`;
}

/** One contact, also one that was merged into another. */
export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', 'one', id],
    queryFn: async ({ signal }) =>
      orThrow(await call<Contact>('GET', `/contacts/${id}`, { signal })),
  });

/** The tags that contacts have, with how many have each. */
export const contactTagsQuery = queryOptions({
  queryKey: ['contact-tags'],
  queryFn: async ({ signal }) =>
    orThrow(await call<{ items: ContactTag[] }>('GET', '/contact-tags', { signal })).items,
});

/** Adds a contact, or with its id changes one; what it is called elsewhere is asked for anew. */
export function useSaveContact(id: string | null) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (json: ContactChange) => {
      const answer =
        id === null
          ? await call<Contact>('POST', '/contacts', { json })
          : await call<Contact>('PATCH', `/contacts/${id}`, { json });
      return orThrow(answer);
    },
    onSuccess: refresh,
  });
}

/** Takes a contact out of the address book. */
export function useDeleteContact(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async () => {
      orThrow(await call<null>('DELETE', `/contacts/${id}`));
    },
    onSuccess: refresh,
  });
}

function useRefresh() {
  const cache = useQueryClient();
  return () => refreshContacts(cache);
}

/** Who the contacts are is another: they, and whoever is matched with them, are asked for anew. */
export function refreshContacts(cache: QueryClient): Promise<unknown> {
  return Promise.all(
    ['contacts', 'contact-tags', 'appointments'].map((name) =>
      cache.invalidateQueries({ queryKey: [name] }),
    ),
  );
}
