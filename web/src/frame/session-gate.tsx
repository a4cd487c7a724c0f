import { useLingui } from '@lingui/react/macro';
import { Center, Loader, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { codeOf, failureOf } from '../api/failure.ts';
import { sessionQuery } from '../api/session.ts';
import { useSessionEnded } from '../api/session-ended.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { lazyPart } from '../components/lazy-part.ts';
import { Frame } from './frame.tsx';
import { useForgetOnLeave } from './use-forget-on-leave.ts';

// Whoever is signed in needs neither, and most are.
const SignInPage = lazyPart(
  async () => (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage,
);
const SignInAgain = lazyPart(async () => (await import('./sign-in-again.tsx')).SignInAgain);

/** Shows the page to someone signed in, and the sign-in in its place to anyone else. */
export function SessionGate() {
  const { t } = useLingui();
  const session = useQuery(sessionQuery);
  const ended = useSessionEnded();
  useForgetOnLeave(session.data);
  if (session.data) {
    return (
      <>
        <Frame />
        <Suspense>{ended && <SignInAgain email={session.data.user.email} />}</Suspense>
      </>
    );
  }
  if (session.isPending) {
    return (
      <Center h="100%">
        <Loader aria-label={t`Loading`} />
      </Center>
    );
  }
  const failure = failureOf(session.error);
  if (codeOf(failure) === 'not_signed_in')
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    );
  return (
    <Center component="main" h="100%" p="md">
      <VisuallyHidden component="h1">Headsup</VisuallyHidden>
      <FailureNotice failure={failure} onRetry={() => void session.refetch()} />
    </Center>
  );
}
