import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contactGroupsQuery, useSaveGroup } from '../../api/contact-groups.ts';
import { failureOrNull } from '../../api/failure.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';
import { groupOfDraft, hasMore } from './group-of-draft.ts';
import type { Compose } from './use-compose.ts';

type Props = { compose: Compose; onSaved: (name: string) => void; onCancel: () => void };

/** Asks for the name of a group of who is in To; where there is one of that name, whether it is to be replaced. */
export function SaveGroup({ compose, onSaved, onCancel }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const groups = useQuery(contactGroupsQuery);
  const save = useSaveGroup();
  const failure = failureOrNull(save.error);
  const members = groupOfDraft(compose.draft);
  const same = groups.data?.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const taken = same?.name;
  const submit = () => {
    if (members === null || name.trim() === '') return;
    if (same && !asked) return setAsked(true);
    const request = { name: name.trim(), members, id: same?.id };
    save.mutate(request, { onSuccess: (saved) => onSaved(saved.name) });
  };
  return (
    <Paper withBorder p="sm">
      {/* Not a form: it stands among fields that Enter must not send. */}
      <TextInput
        label={t`Name of the group`}
        description={
          hasMore(compose.draft)
            ? t`Its contacts, tags and typed people; nothing else of To is saved with it`
            : t`Its contacts, tags and typed people, to be chosen again in To`
        }
        value={name}
        maxLength={100}
        autoFocus
        // Escape leaves the name alone, not the whole message.
        data-mantine-stop-propagation="true"
        error={failure && sayWhy(failure)}
        onChange={(event) => {
          save.reset();
          setAsked(false);
          setName(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          submit();
        }}
      />
      <Text size="sm" mt="xs" role="status">
        {taken && asked && t`“${taken}” is there already. Replace it?`}
      </Text>
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          variant="default"
          disabled={members === null || name.trim() === ''}
          loading={save.isPending}
          onClick={submit}
        >
          {same && asked ? t`Replace` : t`Save`}
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </Paper>
  );
}

function sayWhy(failure: NonNullable<ReturnType<typeof failureOrNull>>): string {
  const errors = fieldErrors(failure);
  return errors.size > 0 ? [...errors.values()].join(' ') : failureInWords(failure).what;
}
