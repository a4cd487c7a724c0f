import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Stack, TextInput } from '@mantine/core';
import type { AccountProfile } from '../../../../src/contract/account.ts';
import { useChangeAccount } from '../../api/account.ts';
import { SettingsForm } from './settings-form.tsx';

const inputs: readonly [keyof AccountProfile, MessageDescriptor, MessageDescriptor?][] = [
  ['name', msg({ message: 'Business', context: 'field: its name' })],
  [
    'phone',
    msg({ message: 'Phone', context: 'field: a number' }),
    msg`As people are to read it in a message.`,
  ],
  ['email', msg({ message: 'Email', context: 'field: an address' })],
  ['address', msg({ message: 'Address', context: 'field: postal' }), msg`One line.`],
  ['website', msg`Website`],
  [
    'fromName',
    msg`From name of emails`,
    msg`Left empty, as the mail server is set. A message may say another.`,
  ],
  [
    'replyTo',
    msg({ message: 'Answers to emails go to', context: 'field: an address' }),
    msg`A mailbox that somebody reads. Left empty, the address they are from.`,
  ],
  [
    'language',
    msg`Language of messages`,
    msg`In which messages say days and times, unless a person’s own is known. As in en, es or pt-BR.`,
  ],
];

/** What the business tells of itself in messages. */
export function AccountForm({ saved, editable }: { saved: AccountProfile; editable: boolean }) {
  const { t } = useLingui();
  return (
    <SettingsForm
      label={t`Account`}
      saved={saved}
      save={useChangeAccount()}
      editable={editable}
      done={t`Saved. Messages made before say what they said.`}
    >
      {({ values, change, errors }) => (
        <Stack gap="sm" maw={480}>
          {inputs.map(([key, label, description]) => (
            <TextInput
              key={key}
              label={t(label)}
              description={description && t(description)}
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
