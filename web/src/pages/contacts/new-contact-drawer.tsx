import { useLingui } from '@lingui/react/macro';
import { SideSheet } from '../../components/side-sheet.tsx';
import { ContactForm } from './contact-form.tsx';

/** A contact that is to be added. */
export function NewContactDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  return (
    <SideSheet onClose={onClose} size="30rem" title={t`New contact`}>
      <ContactForm contact={null} onDone={onClose} />
    </SideSheet>
  );
}
