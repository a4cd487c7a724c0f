import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Template } from '../../../../src/contract/template.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useSaveTemplate } from '../../api/templates.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';
import classes from './template-item.module.css';

/** Gives a template another name; its texts stay. */
export function RenameTemplate({ template, onDone }: { template: Template; onDone: () => void }) {
  const { id, content } = template;
  const [name, setName] = useState(template.name);
  const save = useSaveTemplate();
  const failure = failureOrNull(save.error);
  return (
    <form
      className={classes.what}
      aria-label={`Rename ${template.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ id, name: name.trim(), content }, { onSuccess: onDone });
      }}
    >
      <Group gap="xs" align="flex-start">
        <TextInput
          aria-label="Name of the template"
          value={name}
          maxLength={100}
          data-autofocus
          autoFocus
          error={failure && ([...fieldErrors(failure).values()][0] ?? failureInWords(failure).what)}
          onChange={(event) => {
            save.reset();
            setName(event.currentTarget.value);
          }}
          flex="1 1 12rem"
        />
        <Button type="submit" variant="default" loading={save.isPending} disabled={!name.trim()}>
          Save
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
