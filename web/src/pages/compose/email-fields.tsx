import { TextInput } from '@mantine/core';
import type { Compose } from './use-compose.ts';
import { WordsField } from './words-field.tsx';

/** Subject and text of an email. */
export function EmailFields({ compose }: { compose: Compose }) {
  const { draft, change, errors } = compose;
  return (
    <>
      <TextInput
        label="Subject"
        value={draft.subject}
        error={errors.get('content.email.subject')}
        maxLength={500}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <WordsField
        label="Email"
        value={draft.email}
        onChange={(email) => change({ email })}
        error={errors.get('content.email.text') ?? errors.get('content.email')}
        maxLength={100_000}
        minRows={5}
        {...(draft.email === '' && draft.sms !== '' && { copyFrom: draft.sms })}
      />
    </>
  );
}
