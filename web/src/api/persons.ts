import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Erasure } from '../../../src/contract/person.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** Milliseconds: it reads the account's whole ledger. */
const PATIENCE = 120_000;

/** Erases a person for good. */
export function useErasePerson(contactId: string) {
  return useMutation({
    mutationFn: async (leaveAlone: boolean) => {
      const path = `/contacts/${contactId}/erasure`;
      const options = { json: { leaveAlone }, timeout: PATIENCE };
      return orThrow(await call<Erasure>('POST', path, options));
    },
  });
}

/** Everything that may have named an erased person is asked for anew. */
export function useForgetErased() {
  const cache = useQueryClient();
  return () =>
    void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}
