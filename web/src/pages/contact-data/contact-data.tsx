import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { useMayAct } from '../../api/session.ts';
import { lazyPart } from '../../components/lazy-part.ts';
import { DeleteContact } from '../contacts/delete-contact.tsx';

const EraseDialog = lazyPart(async () => (await import('./erase-dialog.tsx')).EraseDialog);

/** What is held about a person: to be had as a file, taken out of the address book, or erased everywhere. */
export function ContactData({ contact, onGone }: { contact: Contact; onGone: () => void }) {
  const { t } = useLingui();
  const [isErasing, setErasing] = useState(false);
  const mayAct = useMayAct();
  return (
    <section aria-label={t`What is held about them`}>
      <Text fw={600}>
        <Trans>What is held about them</Trans>
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        <Trans>
          The file has everything: contact, appointments, messages with each attempt, consent,
          answers.
        </Trans>
      </Text>
      <Group gap="xs">
        <Button
          component="a"
          href={`/api/contacts/${contact.id}/export`}
          download
          variant="default"
          size="xs"
        >
          <Trans>Download everything</Trans>
        </Button>
        {mayAct && (
          <>
            <DeleteContact contact={contact} onDeleted={onGone} />
            <Button
              size="xs"
              variant="default"
              c="var(--tone-red)"
              onClick={() => setErasing(true)}
            >
              <Trans>Erase this person…</Trans>
            </Button>
          </>
        )}
      </Group>
      <Suspense>
        {isErasing && (
          <EraseDialog contact={contact} onErased={onGone} onClose={() => setErasing(false)} />
        )}
      </Suspense>
    </section>
  );
}
