import { Trans, useLingui } from '@lingui/react/macro';
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
  const { t } = useLingui();
  const merges = useQuery(mergesQuery(contact.id));
  if (merges.error) {
    return (
      <FailureNotice failure={failureOf(merges.error)} onRetry={() => void merges.refetch()} />
    );
  }
  if (!merges.data || merges.data.length === 0) return null;
  return (
    <section aria-label={t`Merged into this contact`}>
      <Text fw={600} mb={4}>
        <Trans>Merged into this contact</Trans>
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
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const undo = useUndoMerge(merge);
  const cache = useQueryClient();
  const mayAct = useMayAct();
  const { mergedName, mergedAt, mergedBy } = merge;
  const moment = shortMoment(mergedAt);
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
          {moment} · {mergedBy}
        </Text>
      </div>
      {mayAct && (
        <Button
          size="xs"
          variant="default"
          aria-label={t`Undo the merge of ${mergedName}`}
          onClick={() => setAsking(true)}
        >
          <Trans context="verb, button">Undo</Trans>
        </Button>
      )}
      <Question
        opened={isAsking}
        onClose={close}
        title={t`Undo this merge?`}
        no={t`Keep them as one`}
        yes={t`Undo the merge`}
        onYes={() => undo.mutate(undefined, { onSuccess: close })}
        isBusy={undo.isPending}
        failure={failureOrNull(undo.error)}
      >
        <Text style={{ overflowWrap: 'anywhere' }}>
          <Trans>
            <bdi>{kept}</bdi> and <bdi>{mergedName}</bdi> are two contacts again, as they were on{' '}
            {moment}. What was changed since stays with <bdi>{kept}</bdi>. Which appointments are
            whose is worked out anew; what was sent stays as it is.
          </Trans>
        </Text>
      </Question>
    </div>
  );
}
