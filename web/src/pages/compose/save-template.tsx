import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOrNull } from '../../api/failure.ts';
import { templatesQuery, useSaveTemplate } from '../../api/templates.ts';
import { listed } from '../../format/count.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';
import { contentToSave } from './template-draft.ts';
import type { Compose } from './use-compose.ts';

type Props = { compose: Compose; onSaved: (name: string) => void; onCancel: () => void };

/** Asks for the name of a template; where there is one of that name, whether it is to be replaced. */
export function SaveTemplate({ compose, onSaved, onCancel }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const templates = useQuery(templatesQuery);
  const save = useSaveTemplate();
  const failure = failureOrNull(save.error);
  const made = contentToSave(compose.draft);
  const missing = 'missing' in made ? listed(made.missing) : '';
  const same = templates.data?.find((one) => sameName(one.name, name));
  const taken = same?.name;
  const submit = () => {
    if ('missing' in made || name.trim() === '') return;
    if (same && !asked) return setAsked(true);
    const request = { name: name.trim(), content: made.content, id: same?.id };
    save.mutate(request, { onSuccess: (saved) => onSaved(saved.name) });
  };
  return (
    <Paper withBorder p="sm">
      {/* Not a form: it stands among fields that Enter must not send. */}
      <TextInput
        label={t`Name of the template`}
        description={t`Files are not saved with it`}
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
        {missing && t`Still missing: ${missing}`}
        {!missing && taken && asked && t`“${taken}” is there already. Replace it?`}
      </Text>
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          variant="default"
          disabled={missing !== '' || name.trim() === ''}
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

/** What is wrong is in a text more often than in the name: both are said here. */
function sayWhy(failure: NonNullable<ReturnType<typeof failureOrNull>>): string {
  const errors = fieldErrors(failure);
  return errors.size > 0 ? [...errors.values()].join(' ') : failureInWords(failure).what;
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
