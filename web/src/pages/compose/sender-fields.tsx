import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountQuery } from '../../api/account.ts';
import type { Compose } from './use-compose.ts';

/** Whom this email is from and where answers go, where that is not as the account says. */
export function SenderFields({ compose: { draft, change, errors } }: { compose: Compose }) {
  const { t } = useLingui();
  const { fromName, replyTo } = draft;
  const account = useQuery(accountQuery).data;
  const wrong = [errors.get('content.email.fromName'), errors.get('content.email.replyTo')];
  const [opened, setOpened] = useState(false);
  const isOpen = opened || fromName !== '' || replyTo !== '' || wrong.some((one) => one);
  if (!isOpen) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setOpened(true)}
      >
        <Trans>Sender and answers</Trans>
      </Button>
    );
  }
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        label={t({ message: 'From name', context: 'field: of an email' })}
        placeholder={account?.fromName || t`As the mail server is set`}
        value={fromName}
        error={wrong[0]}
        maxLength={200}
        autoFocus={opened && fromName === ''}
        onChange={(event) => change({ fromName: event.currentTarget.value })}
      />
      <TextInput
        label={t({ message: 'Answers go to', context: 'field: an address' })}
        type="email"
        placeholder={account?.replyTo || t`The address it is from`}
        value={replyTo}
        error={wrong[1]}
        maxLength={254}
        onChange={(event) => change({ replyTo: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}
