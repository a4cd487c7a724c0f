import { useLingui } from '@lingui/react/macro';
import { Drawer } from '@mantine/core';
import { ContactForm } from './contact-form.tsx';

/** A contact that is to be added. */
export function NewContactDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Drawer opened onClose={onClose} position="right" size="30rem" title={t`New contact`}>
      <ContactForm contact={null} onDone={onClose} />
    </Drawer>
  );
}
