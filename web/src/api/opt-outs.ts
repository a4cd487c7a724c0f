import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { OptOutProposalPage } from '../../../src/contract/opt-out-proposal.ts';
import type {
  RemovalRequest,
  SuppressionImport,
  SuppressionPage,
  SuppressionRequest,
  SuppressionRow,
} from '../../../src/contract/suppression.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { queryString } from './query-string.ts';
import { refreshEvery } from './refresh.ts';
import { type Upload, upload } from './upload.ts';

/** Answers that wait for a person to say whether they are an opt-out, the oldest first. */
export const proposalsQuery = infiniteQueryOptions({
  queryKey: ['opt-out-proposals'],
  initialPageParam: '',
  queryFn: async ({ pageParam, signal }) => {
    const query = queryString({ cursor: pageParam, limit: 20 });
    return orThrow(await call<OptOutProposalPage>('GET', `/opt-out-proposals${query}`, { signal }));
  },
  getNextPageParam: (page) => page.next,
  refetchInterval: refreshEvery(10_000),
});

/** Whom not to contact, newest first. */
export const suppressionsQuery = (text: string) =>
  infiniteQueryOptions({
    queryKey: ['suppressions', text],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ text, cursor: pageParam, limit: 20 });
      return orThrow(await call<SuppressionPage>('GET', `/suppressions${query}`, { signal }));
    },
    getNextPageParam: (page) => page.next,
  });

/** Says whether an answer is an opt-out. */
export function useDecideProposal() {
  const forget = useForgetSuppressions();
  return useMutation({
    mutationFn: async ({ id, accept }: { id: string; accept: boolean }) =>
      orThrow(await call<null>('POST', `/opt-out-proposals/${id}/decision`, { json: { accept } })),
    onSettled: forget,
  });
}

/** Puts an address on the list. */
export function useSuppress() {
  const forget = useForgetSuppressions();
  return useMutation({
    mutationFn: async (request: SuppressionRequest) =>
      orThrow(await call<SuppressionRow>('POST', '/suppressions', { json: request })),
    onSuccess: forget,
  });
}

/** Takes an address off the list. */
export function useAllowAgain() {
  const forget = useForgetSuppressions();
  return useMutation({
    mutationFn: async (request: RemovalRequest) =>
      orThrow(await call<null>('POST', '/suppression-removals', { json: request })),
    onSuccess: forget,
  });
}

/** Milliseconds for 60 MB over a slow line, and for writing them. */
const PATIENCE = 600_000;

/** Puts a list from a file on ours. */
export function uploadSuppressions(
  file: File,
  onProgress: (part: number) => void,
): Upload<SuppressionImport> {
  return upload<SuppressionImport>('/suppressions/import', file, {
    patience: PATIENCE,
    again: 'choose_rest',
    onProgress,
  });
}

/** The lists, and what plans and messages say of those on them, are read anew. */
export function useForgetSuppressions() {
  const cache = useQueryClient();
  return () =>
    Promise.all(
      ['opt-out-proposals', 'suppressions', 'consents', 'plan', 'broadcasts', 'broadcast'].map(
        (name) => cache.invalidateQueries({ queryKey: [name] }),
      ),
    );
}
