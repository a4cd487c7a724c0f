import { Button, Group } from '@mantine/core';
import { useSession, useSignOut } from '../../api/session.ts';
import { regionName } from '../../components/country-select.tsx';
import { Facts } from '../../components/facts.tsx';
import { SettingsSection } from './settings-section.tsx';

/** What the account is, and who is signed in. */
export function AccountSection() {
  const { account, user, role } = useSession();
  const signOut = useSignOut();
  return (
    <SettingsSection
      title="Account"
      about="The country says how phone numbers are read, the time zone when a day begins."
    >
      <Facts
        facts={[
          ['Business', account.name],
          ['Country', regionName(account.country)],
          ['Time zone', account.timeZone.replaceAll('_', ' ')],
          ['Signed in as', `${user.name} (${user.email}), ${role}`],
        ]}
      />
      <Group>
        <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          Sign out
        </Button>
      </Group>
    </SettingsSection>
  );
}
