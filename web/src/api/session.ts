import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Session, SignInRequest } from '../../../src/contract/session.ts';
import type { SetupRequest, SetupState } from '../../../src/contract/setup.ts';
import { call } from './call.ts';
import { codeOf, orThrow } from './failure.ts';
import { setSessionEnded } from './session-ended.ts';

/** Who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => orThrow(await call<Session>('GET', '/session', { signal })),
  staleTime: 60_000,
});

/** Whether this installation still waits for its owner. */
export const setupStateQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: async ({ signal }) => orThrow(await call<SetupState>('GET', '/setup', { signal })),
});

/** The session of a page that is shown only to someone signed in. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the one signed in may import, send and settle, and does not only look. */
export function useMayAct(): boolean {
  return useSession().role !== 'viewer';
}

/** Signs in; what was on the page stays, and is asked for afresh. */
export function useSignIn() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (request: SignInRequest) =>
      orThrow(await call<Session>('POST', '/session', { json: request })),
    onSuccess: async (session) => {
      const before = cache.getQueryData(sessionQuery.queryKey);
      if (before && before.account.id !== session.account.id) cache.clear();
      cache.setQueryData(sessionQuery.queryKey, session);
      setSessionEnded(false);
      await cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}

/** Signs out and forgets all that was shown; a session that has ended by itself is as good as left. */
export function useSignOut() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const answer = await call<void>('DELETE', '/session');
      if (answer.ok || codeOf(answer.failure) !== 'not_signed_in') orThrow(answer);
    },
    onSuccess: async () => {
      setSessionEnded(false);
      cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      await cache.resetQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}

/** Makes the first account and its owner, who is signed in by the answer. */
export function useSetup() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (request: SetupRequest) =>
      orThrow(await call<Session>('POST', '/setup', { json: request, timeout: 60_000 })),
    onSuccess: (session) => {
      cache.setQueryData(sessionQuery.queryKey, session);
      cache.setQueryData(setupStateQuery.queryKey, { needed: false });
      setSessionEnded(false);
    },
  });
}
