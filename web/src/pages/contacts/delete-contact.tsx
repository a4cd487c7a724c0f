import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { useDeleteContact } from '../../api/contacts.ts';
import { failureOrNull } from '../../api/failure.ts';
import { Question } from '../../components/question.tsx';

type Props = { contact: Contact; onDeleted: () => void };

/** Takes a contact out of the address book, once somebody has said yes. */
export function DeleteContact({ contact, onDeleted }: Props) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const remove = useDeleteContact(contact.id);
  return (
    <>
      <Button size="xs" variant="default" c="var(--tone-red)" onClick={() => setAsking(true)}>
        <Trans>Take out</Trans>
      </Button>
      <Question
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t`Take this contact out of the address book?`}
        no={t({ message: 'Keep it', context: 'a contact' })}
        yes={t`Take out`}
        onYes={() => remove.mutate(undefined, { onSuccess: onDeleted })}
        isBusy={remove.isPending}
        failure={failureOrNull(remove.error)}
      >
        <Text>
          <Trans>Appointments, and what was sent, stay as they are.</Trans>
        </Text>
      </Question>
    </>
  );
}
