import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../../api/failure.ts';
import { sendingPolicyQuery } from '../../api/sending-policy.ts';
import { useSession } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { SendingForm } from './sending-form.tsx';
import { SettingsSection } from './settings-section.tsx';

/** What the account allows itself. Only an owner changes it. */
export function SendingSection() {
  const { t } = useLingui();
  const policy = useQuery(sendingPolicyQuery);
  const owner = useSession().role === 'owner';
  return (
    <SettingsSection
      title={t({ message: 'Sending', context: 'settings' })}
      about={t`When messages may go out, to which numbers, and when a person is asked first.`}
    >
      {policy.error && (
        <FailureNotice failure={failureOf(policy.error)} onRetry={() => void policy.refetch()} />
      )}
      {policy.isPending && <LoadingRows label={t`Loading…`} rows={8} />}
      {policy.data && <SendingForm saved={policy.data} editable={owner} />}
    </SettingsSection>
  );
}
