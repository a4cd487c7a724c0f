import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Template } from '../../../../src/contract/template.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useSaveTemplate } from '../../api/templates.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';
import classes from './template-item.module.css';

/** Gives a template another name; its texts stay. */
export function RenameTemplate({ template, onDone }: { template: Template; onDone: () => void }) {
  const { t } = useLingui();
  const { id, content, name } = template;
  const [typed, setTyped] = useState(name);
  const save = useSaveTemplate();
  const failure = failureOrNull(save.error);
  return (
    <form
      className={classes.what}
      aria-label={t`Rename ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ id, name: typed.trim(), content }, { onSuccess: onDone });
      }}
    >
      <Group gap="xs" align="flex-start">
        <TextInput
          aria-label={t`Name of the template`}
          value={typed}
          maxLength={100}
          data-autofocus
          autoFocus
          error={failure && ([...fieldErrors(failure).values()][0] ?? failureInWords(failure).what)}
          onChange={(event) => {
            save.reset();
            setTyped(event.currentTarget.value);
          }}
          flex="1 1 8rem"
        />
        <Button type="submit" variant="default" loading={save.isPending} disabled={!typed.trim()}>
          <Trans>Save</Trans>
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </form>
  );
}
