import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import type { ContactMerge } from '../../../../src/contract/contact-merge.ts';
import { mergesQuery, useUndoMerge } from '../../api/contact-merges.ts';
import { refreshContacts } from '../../api/contacts.ts';
import { failureOf, failureOrNull } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Question } from '../../components/question.tsx';
import { shortMoment } from '../../format/time.ts';
import lines from '../contacts/contact-line.module.css';
import { nameOf } from '../contacts/contact-name.ts';

/** What was merged into a contact, each with the way back; nothing where nothing was. */
export function Merges({ contact }: { contact: Contact }) {
  const merges = useQuery(mergesQuery(contact.id));
  if (merges.error) {
    return (
      <FailureNotice failure={failureOf(merges.error)} onRetry={() => void merges.refetch()} />
    );
  }
  if (!merges.data || merges.data.length === 0) return null;
  return (
    <section aria-label="Merged into this contact">
      <Text fw={600} mb={4}>
        Merged into this contact
      </Text>
      <ul className={lines.list}>
        {merges.data.map((merge) => (
          <li key={merge.id}>
            <Merge merge={merge} kept={nameOf(contact)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Merge({ merge, kept }: { merge: ContactMerge; kept: string }) {
  const [isAsking, setAsking] = useState(false);
  const undo = useUndoMerge(merge);
  const cache = useQueryClient();
  const mayAct = useMayAct();
  const { mergedName, mergedAt, mergedBy } = merge;
  const close = () => {
    setAsking(false);
    // Somebody else may have undone it; it stays in the list until the sentence that says so is read.
    if (undo.error) void refreshContacts(cache);
    undo.reset();
  };
  return (
    <div className={lines.line}>
      <div className={lines.what}>
        <Text className={lines.name ?? ''}>
          <bdi>{mergedName}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {shortMoment(mergedAt)} · {mergedBy}
        </Text>
      </div>
      {mayAct && (
        <Button
          size="xs"
          variant="default"
          aria-label={`Undo the merge of ${mergedName}`}
          onClick={() => setAsking(true)}
        >
          Undo
        </Button>
      )}
      <Question
        opened={isAsking}
        onClose={close}
        title="Undo this merge?"
        no="Keep them as one"
        yes="Undo the merge"
        onYes={() => undo.mutate(undefined, { onSuccess: close })}
        isBusy={undo.isPending}
        failure={failureOrNull(undo.error)}
      >
        <Text style={{ overflowWrap: 'anywhere' }}>
          <bdi>{kept}</bdi> and <bdi>{mergedName}</bdi> are two contacts again, as they were on{' '}
          {shortMoment(mergedAt)}. What was changed since stays with <bdi>{kept}</bdi>. Which
          appointments are whose is worked out anew; what was sent stays as it is.
        </Text>
      </Question>
    </div>
  );
}
