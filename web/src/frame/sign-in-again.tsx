import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useSignOut } from '../api/session.ts';
import { Dialog } from '../components/dialog.tsx';
import { SignInForm } from '../pages/sign-in/sign-in-form.tsx';

/** Asks to sign in again over the page as it stands, so that nothing typed is lost. */
export function SignInAgain({ email }: { email: string }) {
  const { t } = useLingui();
  const signOut = useSignOut();
  return (
    <Dialog
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t`Please sign in again`}
      centered
      zIndex={400}
    >
      <Text mb="md">
        <Trans>Your session has ended. Everything on the page is as you left it.</Trans>
      </Text>
      <SignInForm email={email} />
      <Button
        variant="subtle"
        fullWidth
        mt="sm"
        loading={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        <Trans>Somebody else is here: sign out</Trans>
      </Button>
    </Dialog>
  );
}
