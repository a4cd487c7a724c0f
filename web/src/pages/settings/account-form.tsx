import { Stack, TextInput } from '@mantine/core';
import type { AccountProfile } from '../../../../src/contract/account.ts';
import { useChangeAccount } from '../../api/account.ts';
import { SettingsForm } from './settings-form.tsx';

const inputs: readonly [keyof AccountProfile, string, string?][] = [
  ['name', 'Business'],
  ['phone', 'Phone', 'As people are to read it in a message.'],
  ['email', 'Email'],
  ['address', 'Address', 'One line.'],
  ['website', 'Website'],
  [
    'fromName',
    'From name of emails',
    'Left empty, as the mail server is set. A message may say another.',
  ],
  [
    'replyTo',
    'Answers to emails go to',
    'A mailbox that somebody reads. Left empty, the address they are from.',
  ],
  [
    'language',
    'Language',
    'In which messages say days and times, unless a person’s own is known. As in en, es or pt-BR.',
  ],
];

/** What the business tells of itself in messages. */
export function AccountForm({ saved, editable }: { saved: AccountProfile; editable: boolean }) {
  return (
    <SettingsForm
      label="Account"
      saved={saved}
      save={useChangeAccount()}
      editable={editable}
      done="Saved. Messages made before say what they said."
    >
      {({ values, change, errors }) => (
        <Stack gap="sm" maw={480}>
          {inputs.map(([key, label, description]) => (
            <TextInput
              key={key}
              label={label}
              description={description}
              value={values[key]}
              error={errors.get(key)}
              onChange={(event) => change({ [key]: event.currentTarget.value })}
            />
          ))}
        </Stack>
      )}
    </SettingsForm>
  );
}
