import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountPlace } from '../../../../src/contract/place.ts';
import type { SetupRequest } from '../../../../src/contract/setup.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useSetup } from '../../api/session.ts';
import { CountrySelect } from '../../components/country-select.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { focusFirst } from '../../components/focus-first.ts';
import { TimeZoneSelect } from '../../components/time-zone-select.tsx';
import { fieldErrors } from '../../wording/failures.ts';
import { PlaceRemark } from '../place/place-remark.tsx';

type Answers = Omit<SetupRequest, 'token'>;

/** Who owns it, and where it stands. */
export function SetupForm({ token, place }: { token: string; place: AccountPlace }) {
  const { t } = useLingui();
  const [answers, setAnswers] = useState<Answers>({
    ownerName: '',
    email: '',
    password: '',
    accountName: '',
    ...place,
  });
  const setup = useSetup();
  const navigate = useNavigate();
  const failure = failureOrNull(setup.error);
  const errors = fieldErrors(failure);

  const field = (name: 'ownerName' | 'email' | 'password' | 'accountName') => ({
    required: true,
    withAsterisk: false,
    value: answers[name],
    error: errors.get(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setAnswers((old) => ({ ...old, [name]: value }));
    },
  });
  const choice = (name: 'country' | 'timeZone') => ({
    value: answers[name] === '' ? null : answers[name],
    error: errors.get(name),
    onChange: (value: string | null) => setAnswers((old) => ({ ...old, [name]: value ?? '' })),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setup.mutate(
          { token, ...answers, email: answers.email.trim() },
          { onSuccess: () => void navigate({ to: '/' }) },
        );
      }}
    >
      <Stack gap="sm">
        {failure && (errors.size === 0 || errors.has('token')) && (
          <FailureNotice failure={failure} />
        )}
        <TextInput
          ref={focusFirst}
          label={t`Your name`}
          autoComplete="name"
          {...field('ownerName')}
        />
        <TextInput label={t`Email`} type="email" autoComplete="username" {...field('email')} />
        <PasswordInput
          label={t`Password`}
          description={t`At least 10 characters`}
          autoComplete="new-password"
          {...field('password')}
        />
        <TextInput
          label={t`Name of your business`}
          autoComplete="organization"
          {...field('accountName')}
        />
        <CountrySelect
          description={t`How phone numbers without a country code are read`}
          required
          withAsterisk={false}
          {...choice('country')}
        />
        <TimeZoneSelect required withAsterisk={false} {...choice('timeZone')} />
        <PlaceRemark country={answers.country} timeZone={answers.timeZone} />
        <Button type="submit" mt="xs" loading={setup.isPending}>
          <Trans>Create the account</Trans>
        </Button>
      </Stack>
    </form>
  );
}
