import { t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { failureInWords } from '../../wording/failures.ts';

type Props = {
  name: string;
  isBusy: boolean;
  failure: Failure | null;
  onErase: (leaveAlone: boolean) => void;
  onCancel: () => void;
};

/** What goes for good, what is kept and why, and the word that says that it is meant. */
export function EraseForm({ name, isBusy, failure, onErase, onCancel }: Props) {
  const { t } = useLingui();
  // So that nobody erases by a slip.
  const word = t({
    message: 'ERASE',
    comment: 'What is to be typed before somebody is erased: one word, in capitals',
  });
  const [typed, setTyped] = useState('');
  const [leaveAlone, setLeaveAlone] = useState(false);
  const isTyped = typed.trim().toUpperCase() === word.toUpperCase();
  return (
    <form
      aria-label={t`Erase this person`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isTyped) onErase(leaveAlone);
      }}
    >
      <Stack gap="md">
        <Text>
          <Trans>
            <bdi>
              <strong>{name}</strong>
            </bdi>{' '}
            goes from contacts, appointments, messages, answers and files that wait to be imported,
            with consent and all that was learned of their numbers. What has not gone out to them is
            taken back. It cannot be undone.
          </Trans>
        </Text>
        <div>
          <Text fw={600} mb={4}>
            <Trans>What is kept, and why</Trans>
          </Text>
          <List size="sm" spacing={4}>
            <List.Item>
              <Trans>
                That a message was sent, when, and what became of it, without name, address and
                text: so that counts stay right.
              </Trans>
            </List.Item>
            <List.Item>
              <Trans>
                What they refused, as a mark from which nobody can read the address, so that it
                still holds if they come back.
              </Trans>
            </List.Item>
            <List.Item>
              <Trans>
                Numbers, addresses and names that somebody else has too: they are theirs.
              </Trans>
            </List.Item>
            <List.Item>
              <Trans>
                Backups made before, and the calendar itself: take them out there too, or an
                appointment that changes brings them back.
              </Trans>
            </List.Item>
          </List>
        </div>
        <Checkbox
          label={t`Never write to their numbers and addresses again, even if they come back`}
          checked={leaveAlone}
          onChange={(event) => setLeaveAlone(event.currentTarget.checked)}
        />
        <TextInput
          label={t`Type ${word} to go on`}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {failure && <FailureNotice failure={failure} words={eraseFailureInWords(failure)} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={isBusy} onClick={onCancel}>
            <Trans>Keep this person</Trans>
          </Button>
          <Button type="submit" color="red" loading={isBusy} disabled={!isTyped}>
            <Trans>Erase for good</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** It happens at once or not at all; without an answer nobody knows which. */
function eraseFailureInWords(failure: Failure) {
  const words = failureInWords(failure);
  if (failure.kind === 'problem') {
    return { ...words, what: `${t`Nothing was erased.`} ${words.what}` };
  }
  return {
    what: `${words.what} ${t`They may have been erased all the same.`}`,
    todo: t`Press the button again: where they are gone already, it says so.`,
  };
}
