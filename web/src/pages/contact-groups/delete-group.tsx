import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useDeleteGroup } from '../../api/contact-groups.ts';
import { failureOrNull } from '../../api/failure.ts';
import { Question } from '../../components/question.tsx';

/** Forgets a saved group, once somebody has said yes. */
export function DeleteGroup({ id, name }: { id: string; name: string }) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const remove = useDeleteGroup(id);
  return (
    <>
      <Button
        size="compact-sm"
        px={6}
        variant="subtle"
        color="red"
        aria-label={t`Delete ${name}`}
        onClick={() => setAsking(true)}
      >
        <Trans>Delete</Trans>
      </Button>
      <Question
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t`Delete the group “${name}”?`}
        no={t({ message: 'Keep it', context: 'a group' })}
        yes={t`Delete`}
        onYes={() => remove.mutate(undefined, { onSuccess: () => setAsking(false) })}
        isBusy={remove.isPending}
        failure={failureOrNull(remove.error)}
      >
        <Text>
          <Trans>
            Its contacts stay in the address book, and messages that were sent stay as they are.
          </Trans>
        </Text>
      </Question>
    </>
  );
}
