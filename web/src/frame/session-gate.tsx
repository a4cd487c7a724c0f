import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { codeOf, failureOf } from '../api/failure.ts';
import { sessionQuery } from '../api/session.ts';
import { useSessionEnded } from '../api/session-ended.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';
import { Frame } from './frame.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { useForgetOnLeave } from './use-forget-on-leave.ts';

/** Shows the page to someone signed in, and the sign-in in its place to anyone else. */
export function SessionGate() {
  const session = useQuery(sessionQuery);
  const ended = useSessionEnded();
  useForgetOnLeave(session.data);
  if (session.data) {
    return (
      <>
        <Frame />
        {ended && <SignInAgain email={session.data.user.email} />}
      </>
    );
  }
  if (session.isPending) {
    return (
      <Center h="100%">
        <Loader aria-label="Loading" />
      </Center>
    );
  }
  const failure = failureOf(session.error);
  if (codeOf(failure) === 'not_signed_in') return <SignInPage />;
  return (
    <Center h="100%" p="md">
      <FailureNotice failure={failure} onRetry={() => void session.refetch()} />
    </Center>
  );
}
