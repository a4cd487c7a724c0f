import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { setupStateQuery } from '../../api/session.ts';
import { DoorCard } from '../../components/door-card.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The way in; on a new installation, where to find the link that makes its owner. */
export function SignInPage() {
  const { t } = useLingui();
  const setup = useQuery(setupStateQuery);
  if (setup.data?.needed) {
    return (
      <DoorCard title={t`Welcome to Headsup`}>
        <Text>
          <Trans>
            Nobody owns this installation yet. Open the setup link that was printed in the terminal
            when Headsup started; whoever opens it becomes the owner.
          </Trans>
        </Text>
      </DoorCard>
    );
  }
  return (
    <DoorCard title={t`Sign in to Headsup`}>
      <SignInForm />
    </DoorCard>
  );
}
