import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { failureOrNull } from '../../api/failure.ts';
import { useSignIn } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { focusFirst } from '../../components/focus-first.ts';
import { fieldErrors } from '../../wording/failures.ts';

/** Email and password. Wrong ones are answered by one sentence, and stay in the fields. */
export function SignInForm({ email: known = '' }: { email?: string }) {
  const { t } = useLingui();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const failure = failureOrNull(signIn.error);
  const errors = fieldErrors(failure);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ email: email.trim(), password });
      }}
    >
      <Stack gap="sm">
        {failure && errors.size === 0 && <FailureNotice failure={failure} />}
        <TextInput
          label={t`Email`}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          ref={known === '' ? focusFirst : undefined}
          value={email}
          error={errors.get('email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t`Password`}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus={known !== '' || undefined}
          value={password}
          error={errors.get('password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={signIn.isPending}>
          <Trans>Sign in</Trans>
        </Button>
      </Stack>
    </form>
  );
}
