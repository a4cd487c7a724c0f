import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { useMayAct } from '../../api/session.ts';
import { useIsAsked } from '../../components/asking.ts';
import { useOpenCompose } from '../compose/use-open-compose.ts';
import { ContactFacts } from './contact-facts.tsx';
import { ContactForm } from './contact-form.tsx';
import { nameOf } from './contact-name.ts';
import { DeleteContact } from './delete-contact.tsx';

type Props = { contact: Contact | null; onClose: () => void };

/** One contact: to be read, written to, changed or taken out; without one, a new one. */
export function ContactDrawer({ contact, onClose }: Props) {
  const [isChanging, setChanging] = useState(contact === null);
  const openCompose = useOpenCompose();
  const mayAct = useMayAct();
  const isAsked = useIsAsked();
  const write = (to: Contact) => {
    const first = (kind: 'phone' | 'email') =>
      to.addresses.find((one) => one.kind === kind)?.address;
    const [phone, email] = [first('phone'), first('email')];
    onClose();
    openCompose({ people: [{ name: to.name, ...(phone && { phone }), ...(email && { email }) }] });
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={!isAsked}
      position="right"
      size="30rem"
      title={contact ? nameOf(contact) : 'New contact'}
    >
      {isChanging ? (
        <ContactForm contact={contact} onDone={onClose} />
      ) : (
        contact && (
          <Stack gap="md">
            <ContactFacts contact={contact} />
            {mayAct && (
              <Group>
                {contact.addresses.length > 0 && (
                  <Button onClick={() => write(contact)}>Message this person</Button>
                )}
                <Button variant="default" onClick={() => setChanging(true)}>
                  Change
                </Button>
                <DeleteContact contact={contact} onDeleted={onClose} />
              </Group>
            )}
          </Stack>
        )
      )}
    </Drawer>
  );
}
