import { Button, Group, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { useMayAct } from '../../api/session.ts';
import { DeleteContact } from '../contacts/delete-contact.tsx';

const EraseDialog = lazy(async () => {
  const { EraseDialog } = await import('./erase-dialog.tsx');
  return { default: EraseDialog };
});

/** What is held about a person: to be had as a file, taken out of the address book, or erased everywhere. */
export function ContactData({ contact, onGone }: { contact: Contact; onGone: () => void }) {
  const [isErasing, setErasing] = useState(false);
  const mayAct = useMayAct();
  return (
    <section aria-label="What is held about them">
      <Text fw={600}>What is held about them</Text>
      <Text size="sm" c="dimmed" mb="xs">
        The file has everything: contact, appointments, messages with each attempt, consent,
        answers.
      </Text>
      <Group gap="xs">
        <Button
          component="a"
          href={`/api/contacts/${contact.id}/export`}
          download
          variant="default"
          size="xs"
        >
          Download everything
        </Button>
        {mayAct && (
          <>
            <DeleteContact contact={contact} onDeleted={onGone} />
            <Button size="xs" variant="subtle" color="red" onClick={() => setErasing(true)}>
              Erase this person…
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
