import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { failureOrNull } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { fieldErrors } from '../../wording/failures.ts';
import classes from './settings-form.module.css';

/** How settings are written whole; a mutation is one. */
type Saving<T> = {
  mutate(values: T, options: { onSuccess: () => void }): void;
  reset(): void;
  error: Error | null;
  isPending: boolean;
  isSuccess: boolean;
};

/** What the fields of a form have: the settings as they are being changed, and what is wrong with them. */
export type SettingsFields<T> = {
  values: T;
  change: (part: Partial<T>) => void;
  errors: ReadonlyMap<string, string>;
};

type Props<T> = {
  label: string;
  saved: T;
  save: Saving<T>;
  editable: boolean;
  /** What is said once it is saved. */
  done: string;
  children: (fields: SettingsFields<T>) => ReactNode;
};

/** Settings that are saved in one go; what was changed stays until it is. */
export function SettingsForm<T>({ label, saved, save, editable, done, children }: Props<T>) {
  const { t } = useLingui();
  const [changed, setChanged] = useState<Partial<T>>({});
  const failure = failureOrNull(save.error);
  const errors = fieldErrors(failure);
  const values = { ...saved, ...changed };
  const change = (part: Partial<T>) => {
    save.reset();
    setChanged((old) => ({ ...old, ...part }));
  };
  return (
    <form
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(values, { onSuccess: () => setChanged({}) });
      }}
    >
      <fieldset disabled={!editable} className={classes.fields}>
        {children({ values, change, errors })}
      </fieldset>
      {failure && errors.size === 0 && <FailureNotice failure={failure} />}
      {!editable && (
        <Text size="sm" c="dimmed" mt="xs">
          <Trans>Only an owner changes this.</Trans>
        </Text>
      )}
      {editable && (
        <Group mt="md">
          <Button
            type="submit"
            variant="default"
            loading={save.isPending}
            disabled={Object.keys(changed).length === 0}
          >
            <Trans>Save</Trans>
          </Button>
          <Text size="sm" role="status">
            {errors.size > 0 && t`Not saved: see above.`}
            {save.isSuccess && done}
          </Text>
        </Group>
      )}
    </form>
  );
}
