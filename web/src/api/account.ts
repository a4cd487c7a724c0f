import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountProfile } from '../../../src/contract/account.ts';
import type { InsertableFields } from '../../../src/contract/insertable-field.ts';
import { serverSays } from '../language/server-says.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** What the business tells of itself in messages. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: async ({ signal }) => orThrow(await call<AccountProfile>('GET', '/account', { signal })),
});

/** The fields that a text may name, by labels in the reader's language. */
export const mergeFieldsQuery = queryOptions({
  queryKey: ['merge-fields'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<InsertableFields> => {
    const { items } = orThrow(await call<InsertableFields>('GET', '/merge-fields', { signal }));
    return {
      items: items.map((field) =>
        field.custom ? field : { ...field, label: serverSays(field.label) },
      ),
    };
  },
});

/** Writes the profile whole; what texts say and the business's name are others afterwards. */
export function useChangeAccount() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (profile: AccountProfile) =>
      orThrow(await call<AccountProfile>('PUT', '/account', { json: profile })),
    onSuccess: async (profile) => {
      cache.setQueryData(accountQuery.queryKey, profile);
      await Promise.all(
        ['merge-fields', 'plan', 'preview', 'session'].map((name) =>
          cache.invalidateQueries({ queryKey: [name] }),
        ),
      );
    },
  });
}
