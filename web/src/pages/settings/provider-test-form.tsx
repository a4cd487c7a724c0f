import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Provider, ProviderTestResult } from '../../../../src/contract/provider.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useTestProvider } from '../../api/providers.ts';
import { useSession } from '../../api/session.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';
import { providerName } from '../../wording/provider-name.ts';

const outcomes: Readonly<Record<ProviderTestResult['outcome'], MessageDescriptor>> = {
  accepted: msg`It was taken.`,
  rejected: msg`It was refused.`,
  retryable: msg`It was not taken this time; trying again may help.`,
  uncertain: msg`No clear answer: it may have been taken.`,
};

/** Sends one real message to an address, and says what the provider answered. */
export function ProviderTestForm({ provider }: { provider: Provider }) {
  const { t } = useLingui();
  const name = providerName(provider);
  const { user } = useSession();
  const [address, setAddress] = useState(user.email);
  const test = useTestProvider(provider.id);
  const failure = failureOrNull(test.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        test.mutate(address.trim());
      }}
    >
      <Group align="flex-start" gap="xs" wrap="nowrap">
        <TextInput
          aria-label={t`Where ${name} sends the test to`}
          placeholder={t`An email address`}
          value={address}
          required
          error={failure && (fieldErrors(failure).get('address') ?? failureInWords(failure).what)}
          onChange={(event) => setAddress(event.currentTarget.value)}
          flex="0 1 18rem"
        />
        <Button type="submit" variant="default" flex="none" loading={test.isPending}>
          <Trans>Send a test</Trans>
        </Button>
      </Group>
      {test.data && (
        <Text size="sm" mt={4} role="status">
          {t(outcomes[test.data.outcome])}{' '}
          <Text component="span" c="dimmed">
            {test.data.answer}
          </Text>
        </Text>
      )}
    </form>
  );
}
