import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { useDeleteContact } from '../../api/contacts.ts';
import { failureOf } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';

type Props = { contact: Contact; onDeleted: () => void };

/** Takes a contact out of the address book, once somebody has said yes. */
export function DeleteContact({ contact, onDeleted }: Props) {
  const [isAsking, setAsking] = useState(false);
  const remove = useDeleteContact(contact.id);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        Take out
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title="Take this contact out of the address book?"
      >
        <Stack gap="md">
          <Text>Appointments, and what was sent, stay as they are.</Text>
          {remove.error && <FailureNotice failure={failureOf(remove.error)} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              Keep it
            </Button>
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate(undefined, { onSuccess: onDeleted })}
            >
              Take out
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
