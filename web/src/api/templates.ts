import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Template, TemplateRequest } from '../../../src/contract/template.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** The saved texts, by name. */
export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: async ({ signal }) =>
    orThrow(await call<{ items: Template[] }>('GET', '/templates', { signal })).items,
});

/** Saves a text under a name; with the id of a template, writes that one anew. */
export function useSaveTemplate() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, ...json }: TemplateRequest & { id?: string | undefined }) =>
      orThrow(
        id === undefined
          ? await call<Template>('POST', '/templates', { json })
          : await call<Template>('PUT', `/templates/${id}`, { json }),
      ),
    onSettled: refresh,
  });
}

/** Forgets a saved text; what was made from it stays. */
export function useDeleteTemplate(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async () => orThrow(await call<null>('DELETE', `/templates/${id}`)),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: templatesQuery.queryKey });
}
