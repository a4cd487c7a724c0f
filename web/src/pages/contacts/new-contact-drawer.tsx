import { Drawer } from '@mantine/core';
import { ContactForm } from './contact-form.tsx';

/** A contact that is to be added. */
export function NewContactDrawer({ onClose }: { onClose: () => void }) {
  return (
    <Drawer opened onClose={onClose} position="right" size="30rem" title="New contact">
      <ContactForm contact={null} onDone={onClose} />
    </Drawer>
  );
}
