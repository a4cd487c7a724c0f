import { useLingui } from '@lingui/react/macro';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DoNotContactSection } from '../do-not-contact/do-not-contact-section.tsx';
import { AccountSection } from './account-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { CalendarsSection } from './calendars-section.tsx';
import { PlaceSection } from './place-section.tsx';
import { ProvidersSection } from './providers-section.tsx';
import { SendingSection } from './sending-section.tsx';
import { TemplatesSection } from './templates-section.tsx';

/** What is set once: calendars, the ways out, and what the account is. */
export function SettingsPage() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Settings`} />
      <PageBody>
        <AppearanceSection />
        <CalendarsSection />
        <ProvidersSection />
        <SendingSection />
        <TemplatesSection />
        <DoNotContactSection />
        <AccountSection />
        <PlaceSection />
      </PageBody>
    </>
  );
}
