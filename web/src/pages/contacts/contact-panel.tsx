import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { useMayAct } from '../../api/session.ts';
import { lazyPart } from '../../components/lazy-part.ts';
import { useOpenCompose } from '../compose/use-open-compose.ts';
import { Consents } from '../consent/consents.tsx';
import { ContactData } from '../contact-data/contact-data.tsx';
import { Merges } from '../contact-merge/merges.tsx';
import { ContactSummary } from './contact-summary.tsx';

const MergeDialog = lazyPart(
  async () => (await import('../contact-merge/merge-dialog.tsx')).MergeDialog,
);

type Props = {
  contact: Contact;
  onChange: () => void;
  onOpen: (id: string) => void;
  onClose: () => void;
};

/** What is known of a contact, and what can be done with it. */
export function ContactPanel({ contact, onChange, onOpen, onClose }: Props) {
  const [isMerging, setMerging] = useState(false);
  const openCompose = useOpenCompose();
  const mayAct = useMayAct();
  const write = () => {
    const first = (kind: 'phone' | 'email') =>
      contact.addresses.find((one) => one.kind === kind)?.address;
    const [phone, email] = [first('phone'), first('email')];
    onClose();
    openCompose({
      people: [{ name: contact.name, ...(phone && { phone }), ...(email && { email }) }],
    });
  };
  return (
    <Stack gap="md">
      <ContactSummary contact={contact} />
      {mayAct && (
        <Group gap="xs">
          {contact.addresses.length > 0 && (
            <Button onClick={write}>
              <Trans>Message this person</Trans>
            </Button>
          )}
          <Button variant="default" onClick={onChange}>
            <Trans context="verb, button: a contact">Change</Trans>
          </Button>
          <Button variant="default" onClick={() => setMerging(true)}>
            <Trans>Merge…</Trans>
          </Button>
        </Group>
      )}
      <Consents contact={contact} />
      <Merges contact={contact} />
      <ContactData contact={contact} onGone={onClose} />
      <Suspense>
        {isMerging && (
          <MergeDialog
            contact={contact}
            onMerged={(keptId) => {
              setMerging(false);
              if (keptId !== contact.id) onOpen(keptId);
            }}
            onClose={() => setMerging(false)}
          />
        )}
      </Suspense>
    </Stack>
  );
}
