import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Skeleton, Stack } from '@mantine/core';
import { Suspense } from 'react';
import { textLimits } from '../../../../src/contract/text-limits.ts';
import { lazyPart } from '../../components/lazy-part.ts';
import { hasPeople } from './draft.ts';
import { plainAsRich } from './plain-as-rich.ts';
import { SenderFields } from './sender-fields.tsx';
import { SubjectField } from './subject-field.tsx';
import type { Compose } from './use-compose.ts';
import { WordsField } from './words-field.tsx';

const RichField = lazyPart(async () => (await import('./rich-field.tsx')).RichField);

/** Subject and text of an email, plain or rich. */
export function EmailFields({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, errors } = compose;
  const { subject, email, richEmail } = draft;
  const label = t({ message: 'Email', context: 'field: what an email says' });
  return (
    <Stack gap="sm">
      <SubjectField
        value={subject}
        onChange={(subject) => change({ subject })}
        error={errors.get('content.email.subject')}
        autoFocus={hasPeople(draft)}
      />
      {richEmail === null ? (
        <WordsField
          label={label}
          value={email}
          onChange={(email) => change({ email })}
          error={errors.get('content.email.text') ?? errors.get('content.email')}
          most={textLimits.email}
          minRows={5}
          {...(email === '' && draft.sms !== '' && { copyFrom: draft.sms })}
        >
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => change({ richEmail: plainAsRich(email) })}
          >
            <Trans>Format the email</Trans>
          </Button>
        </WordsField>
      ) : (
        <Suspense fallback={<Skeleton height={220} />}>
          <RichField
            label={label}
            value={richEmail}
            onChange={(richEmail) => change({ richEmail })}
            onPlain={(email) => change({ email, richEmail: null })}
            error={errors.get('content.email.html') ?? errors.get('content.email')}
          />
        </Suspense>
      )}
      <Checkbox
        label={t`End it with a link to unsubscribe`}
        checked={draft.unsubscribe}
        onChange={(event) => change({ unsubscribe: event.currentTarget.checked })}
      />
      <SenderFields compose={compose} />
    </Stack>
  );
}
