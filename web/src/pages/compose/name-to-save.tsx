import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { failureOrNull } from '../../api/failure.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';

type Props = {
  label: string;
  description: string;
  /** Those that are there; undefined as long as that is not known. */
  saved: readonly { id: string; name: string }[] | undefined;
  /** What there has to be before it can be saved; empty where nothing is missing. */
  missing?: string;
  /** Whether there is something to be saved. */
  isReady: boolean;
  saving: { isPending: boolean; error: unknown; reset: () => void };
  /** `id`: of the one that is replaced. */
  onSave: (name: string, id: string | undefined) => void;
  onCancel: () => void;
};

/** Asks for a name to save something under; where there is one of that name, whether it is to be replaced. */
export function NameToSave(props: Props) {
  const { label, description, saved, missing = '', isReady, saving, onSave, onCancel } = props;
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const failure = failureOrNull(saving.error);
  const same = saved?.find((one) => sameName(one.name, name));
  const taken = same?.name;
  const isNamed = isReady && name.trim() !== '';
  const submit = () => {
    if (!isNamed) return;
    if (same && !asked) return setAsked(true);
    onSave(name.trim(), same?.id);
  };
  return (
    <Paper withBorder p="sm">
      {/* Not a form: it stands among fields that Enter must not send. */}
      <TextInput
        label={label}
        description={description}
        value={name}
        maxLength={100}
        autoFocus
        // Escape leaves the name alone, not the whole message.
        data-mantine-stop-propagation="true"
        error={failure && sayWhy(failure)}
        onChange={(event) => {
          saving.reset();
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
          disabled={!isNamed}
          loading={saving.isPending}
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

/** What is wrong is in what is saved more often than in the name: both are said here. */
function sayWhy(failure: NonNullable<ReturnType<typeof failureOrNull>>): string {
  const errors = fieldErrors(failure);
  return errors.size > 0 ? [...errors.values()].join(' ') : failureInWords(failure).what;
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
