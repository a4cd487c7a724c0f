import { select } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accountQuery } from '../../api/account.ts';
import { failureOf } from '../../api/failure.ts';
import { useSession, useSignOut } from '../../api/session.ts';
import { Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { AccountForm } from './account-form.tsx';
import { SettingsSection } from './settings-section.tsx';

/** What the account is, and who is signed in. */
export function AccountSection() {
  const { t } = useLingui();
  const { user, role } = useSession();
  const signOut = useSignOut();
  const profile = useQuery(accountQuery);
  const { name, email } = user;
  const signedInAs = t`${name} (${email}), ${select(role, {
    owner: 'owner',
    member: 'member',
    viewer: 'viewer',
    other: '',
  })}`;
  return (
    <SettingsSection title={t`Account`} about={t`What messages can say of your business.`}>
      {profile.error && (
        <FailureNotice failure={failureOf(profile.error)} onRetry={() => void profile.refetch()} />
      )}
      {profile.data && <AccountForm saved={profile.data} editable={role === 'owner'} />}
      <Facts facts={[[t`Signed in as`, signedInAs]]} />
      <Group>
        <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          <Trans>Sign out</Trans>
        </Button>
      </Group>
    </SettingsSection>
  );
}
