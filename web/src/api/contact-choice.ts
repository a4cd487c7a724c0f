import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ContactMatch } from '../../../src/contract/contact-choice.ts';
import { call } from './call.ts';
import { refreshContacts } from './contacts.ts';
import { orThrow } from './failure.ts';

/** Which contact a participant is, or may be. */
export const contactMatchQuery = (participantId: string) =>
  queryOptions({
    queryKey: ['contact-match', participantId],
    queryFn: async ({ signal }) =>
      orThrow(await call<ContactMatch>('GET', pathOf(participantId), { signal })),
  });

/** Says which contact a participant is; null: none of them. Undefined forgets what was said. */
export function useChooseContact(participantId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (contactId: string | null | undefined) =>
      orThrow(
        contactId === undefined
          ? await call<ContactMatch>('DELETE', pathOf(participantId))
          : await call<ContactMatch>('PUT', pathOf(participantId), { json: { contactId } }),
      ),
    onSuccess: (match) => {
      cache.setQueryData(contactMatchQuery(participantId).queryKey, match);
      void refreshContacts(cache);
    },
  });
}

function pathOf(participantId: string): string {
  return `/participants/${participantId}/contact`;
}
