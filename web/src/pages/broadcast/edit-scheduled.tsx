import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useSession } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Question } from '../../components/question.tsx';
import { isBegun } from '../compose/draft.ts';
import { draftOf } from '../compose/draft-store.ts';
import { useEditScheduled } from './use-edit-scheduled.ts';

/** Opens Compose with what a scheduled message says; another draft goes only by consent. */
export function EditScheduled({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const accountId = useSession().account.id;
  const edit = useEditScheduled(broadcast);
  const [isAsking, setAsking] = useState(false);
  const failure = failureOrNull(edit.error);
  const begin = () => edit.mutate(undefined, { onSuccess: () => setAsking(false) });
  const ask = () => {
    const draft = draftOf(accountId);
    if (!isBegun(draft) || draft.replaces?.id === broadcast.id) begin();
    else setAsking(true);
  };
  return (
    <>
      <Button variant="default" loading={edit.isPending} onClick={ask}>
        <Trans context="button">Edit</Trans>
      </Button>
      {failure && !isAsking && <FailureNotice failure={failure} />}
      <Question
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t`You are writing another message`}
        yes={t`Throw it away and edit this one`}
        no={t`Keep what I am writing`}
        onYes={begin}
        isBusy={edit.isPending}
        failure={failure}
      >
        <Text>
          <Trans>
            There is one draft at a time. To edit this message, what you have written so far in the
            other one is thrown away.
          </Trans>
        </Text>
      </Question>
    </>
  );
}
