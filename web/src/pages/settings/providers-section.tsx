import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../api/failure.ts';
import { providersQuery } from '../../api/providers.ts';
import { useSession } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { useFocusBack } from '../../components/use-focus-back.ts';
import { ChannelChoices } from './channel-choices.tsx';
import { MailServerForm } from './mail-server-form.tsx';
import { ProviderItem } from './provider-item.tsx';
import { SettingsSection } from './settings-section.tsx';

/** The ways out: which there are, and which carries what. Only an owner changes them. */
export function ProvidersSection() {
  const { t } = useLingui();
  const providers = useQuery(providersQuery);
  const [adding, setAdding] = useState(false);
  const connect = useFocusBack(adding);
  const owner = useSession().role === 'owner';
  return (
    <SettingsSection
      title={t`Providers`}
      about={t`Who carries texts, emails and calls. With practice, nothing leaves this machine.`}
    >
      {providers.error && (
        <FailureNotice
          failure={failureOf(providers.error)}
          onRetry={() => void providers.refetch()}
        />
      )}
      {providers.isPending && <LoadingRows label={t`Loading…`} rows={6} />}
      {providers.data && (
        <>
          <ChannelChoices providers={providers.data} disabled={!owner} />
          {providers.data.map((provider) => (
            <ProviderItem key={provider.id} provider={provider} editable={owner} />
          ))}
        </>
      )}
      {owner && !adding && (
        <Group>
          <Button ref={connect} variant="default" onClick={() => setAdding(true)}>
            <Trans>Connect a mail server</Trans>
          </Button>
        </Group>
      )}
      {adding && <MailServerForm onDone={() => setAdding(false)} />}
    </SettingsSection>
  );
}
