import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { useDeleteContact } from '../../api/contacts.ts';
import { failureOrNull } from '../../api/failure.ts';
import { Question } from '../../components/question.tsx';

type Props = { contact: Contact; onDeleted: () => void };

/** Takes a contact out of the address book, once somebody has said yes. */
export function DeleteContact({ contact, onDeleted }: Props) {
  const [isAsking, setAsking] = useState(false);
  const remove = useDeleteContact(contact.id);
  return (
    <>
      <Button size="xs" variant="subtle" color="red" onClick={() => setAsking(true)}>
        Take out
      </Button>
      <Question
        opened={isAsking}
        onClose={() => setAsking(false)}
        title="Take this contact out of the address book?"
        no="Keep it"
        yes="Take out"
        onYes={() => remove.mutate(undefined, { onSuccess: onDeleted })}
        isBusy={remove.isPending}
        failure={failureOrNull(remove.error)}
      >
        <Text>Appointments, and what was sent, stay as they are.</Text>
      </Question>
    </>
  );
}
