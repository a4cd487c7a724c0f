import { Button, Checkbox, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { failureInWords } from '../../wording/failures.ts';

/** What is to be typed, so that nobody erases by a slip. */
const WORD = 'ERASE';

type Props = {
  name: string;
  isBusy: boolean;
  failure: Failure | null;
  onErase: (leaveAlone: boolean) => void;
  onCancel: () => void;
};

/** What goes for good, what is kept and why, and the word that says that it is meant. */
export function EraseForm({ name, isBusy, failure, onErase, onCancel }: Props) {
  const [typed, setTyped] = useState('');
  const [leaveAlone, setLeaveAlone] = useState(false);
  const isTyped = typed.trim().toUpperCase() === WORD;
  return (
    <form
      aria-label="Erase this person"
      onSubmit={(event) => {
        event.preventDefault();
        if (isTyped) onErase(leaveAlone);
      }}
    >
      <Stack gap="md">
        <Text>
          <bdi>
            <strong>{name}</strong>
          </bdi>{' '}
          goes from contacts, appointments, messages, answers and files that wait to be imported,
          with consent and all that was learned of their numbers. What has not gone out to them is
          taken back. It cannot be undone.
        </Text>
        <div>
          <Text fw={600} mb={4}>
            What is kept, and why
          </Text>
          <List size="sm" spacing={4}>
            <List.Item>
              That a message was sent, when, and what became of it, without name, address and text:
              so that counts stay right.
            </List.Item>
            <List.Item>
              What they refused, as a mark from which nobody can read the address: so that it goes
              on holding if they come back.
            </List.Item>
            <List.Item>
              Numbers, addresses and names that somebody else has too: they are theirs.
            </List.Item>
            <List.Item>
              Backups made before, and the calendar itself: take them out there too, or an
              appointment that changes brings them back.
            </List.Item>
          </List>
        </div>
        <Checkbox
          label="Never write to their numbers and addresses again, even if they come back"
          checked={leaveAlone}
          onChange={(event) => setLeaveAlone(event.currentTarget.checked)}
        />
        <TextInput
          label={`Type ${WORD} to go on`}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {failure && <FailureNotice failure={failure} words={eraseFailureInWords(failure)} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={isBusy} onClick={onCancel}>
            Keep this person
          </Button>
          <Button type="submit" color="red" loading={isBusy} disabled={!isTyped}>
            Erase for good
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** It happens at once or not at all; without an answer nobody knows which. */
function eraseFailureInWords(failure: Failure) {
  const words = failureInWords(failure);
  if (failure.kind === 'problem') return { ...words, what: `Nothing was erased. ${words.what}` };
  return {
    what: `${words.what} They may have been erased all the same.`,
    todo: 'Press the button again: where they are gone already, it says so.',
  };
}
