import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRenameGroup } from '../../api/contact-groups.ts';
import { failureOrNull } from '../../api/failure.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';

type Props = { id: string; name: string; onDone: () => void };

/** Gives a saved group another name. */
export function RenameGroup({ id, name, onDone }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(name);
  const rename = useRenameGroup(id);
  const failure = failureOrNull(rename.error);
  const error = failure && (fieldErrors(failure).get('name') ?? failureInWords(failure).what);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') rename.mutate(typed.trim(), { onSuccess: onDone });
      }}
    >
      <Group gap="xs" align="flex-start">
        <TextInput
          aria-label={t`Name of the group`}
          flex="1 1 8rem"
          value={typed}
          maxLength={100}
          autoFocus
          // Escape leaves the name alone, not the whole list.
          data-mantine-stop-propagation="true"
          error={error}
          onChange={(event) => {
            rename.reset();
            setTyped(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone();
          }}
        />
        <Button type="submit" variant="default" loading={rename.isPending}>
          <Trans>Save</Trans>
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </form>
  );
}
