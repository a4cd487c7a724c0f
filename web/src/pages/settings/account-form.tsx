import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AccountProfile } from '../../../../src/contract/account.ts';
import { useChangeAccount } from '../../api/account.ts';
import { failureOf } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { fieldErrors } from '../../wording/failures.ts';

const inputs: readonly [keyof AccountProfile, string, string?][] = [
  ['name', 'Business'],
  ['phone', 'Phone', 'As people are to read it in a message.'],
  ['email', 'Email'],
  ['address', 'Address', 'One line.'],
  ['website', 'Website'],
  [
    'language',
    'Language',
    'As in en, es or pt-BR: days and times are said in it, but to people whose own language is known.',
  ],
];

/** What the business tells of itself in messages, saved in one go. */
export function AccountForm({ saved, editable }: { saved: AccountProfile; editable: boolean }) {
  const [changed, setChanged] = useState<Partial<AccountProfile>>({});
  const save = useChangeAccount();
  const failure = save.error ? failureOf(save.error) : null;
  const errors = fieldErrors(failure);
  const profile = { ...saved, ...changed };
  return (
    <form
      aria-label="Account"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(profile, { onSuccess: () => setChanged({}) });
      }}
    >
      <Stack gap="sm" maw={480}>
        {inputs.map(([key, label, description]) => (
          <TextInput
            key={key}
            label={label}
            description={description}
            value={profile[key]}
            error={errors.get(key)}
            disabled={!editable}
            onChange={(event) => {
              const { value } = event.currentTarget;
              save.reset();
              setChanged((old) => ({ ...old, [key]: value }));
            }}
          />
        ))}
      </Stack>
      {failure && errors.size === 0 && <FailureNotice failure={failure} />}
      {editable && (
        <Group mt="md">
          <Button
            type="submit"
            variant="default"
            loading={save.isPending}
            disabled={Object.keys(changed).length === 0}
          >
            Save
          </Button>
          <Text size="sm" role="status">
            {errors.size > 0 && 'Not saved: see above.'}
            {save.isSuccess && 'Saved. Messages made before say what they said.'}
          </Text>
        </Group>
      )}
    </form>
  );
}
