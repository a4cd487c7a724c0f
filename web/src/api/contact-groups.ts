import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  ContactGroup,
  ContactGroupInput,
  ContactGroupWhole,
} from '../../../src/contract/contact-group.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** The saved groups, by name. */
export const contactGroupsQuery = queryOptions({
  queryKey: ['contact-groups'],
  queryFn: async ({ signal }) =>
    orThrow(await call<{ items: ContactGroup[] }>('GET', '/contact-groups', { signal })).items,
});

/** A saved group with who is in it now. */
export const contactGroupQuery = (id: string) =>
  queryOptions({
    queryKey: ['contact-groups', id],
    queryFn: async ({ signal }) =>
      orThrow(await call<ContactGroupWhole>('GET', `/contact-groups/${id}`, { signal })),
  });

/** Saves a group under a name; with the id of one, says anew who is in that one. */
export function useSaveGroup() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, ...json }: ContactGroupInput & { id?: string | undefined }) =>
      orThrow(
        id === undefined
          ? await call<ContactGroup>('POST', '/contact-groups', { json })
          : await call<ContactGroup>('PATCH', `/contact-groups/${id}`, { json }),
      ),
    onSettled: refresh,
  });
}

/** Gives a group another name. */
export function useRenameGroup(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (name: string) =>
      orThrow(await call<ContactGroup>('PATCH', `/contact-groups/${id}`, { json: { name } })),
    onSettled: refresh,
  });
}

/** Forgets a group; who is in it stays. */
export function useDeleteGroup(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async () => orThrow(await call<null>('DELETE', `/contact-groups/${id}`)),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: contactGroupsQuery.queryKey });
}
