import { Trans, useLingui } from '@lingui/react/macro';
import {
  Button,
  Group,
  NativeSelect,
  PasswordInput,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { SmtpSettings } from '../../../../src/contract/provider.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useAddProvider } from '../../api/providers.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { fieldErrors } from '../../wording/failures.ts';
import { emptyMailServer, mailServerRequest, portOf, securities } from './mail-server.ts';

/** Where mail is handed over, and as whom. */
export function MailServerForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const [server, setServer] = useState(emptyMailServer);
  const add = useAddProvider();
  const failure = failureOrNull(add.error);
  const errors = fieldErrors(failure);
  const set = (part: Partial<typeof server>) => setServer((old) => ({ ...old, ...part }));
  const field = (name: 'host' | 'port' | 'user' | 'password' | 'fromAddress' | 'fromName') => ({
    value: server[name],
    error: errors.get(`smtp.${name}`),
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [name]: event.currentTarget.value }),
  });
  const required = { required: true, withAsterisk: false };
  const secure = (security: SmtpSettings['security']) => set({ security, port: portOf[security] });
  return (
    <form
      aria-label={t`Connect a mail server`}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(mailServerRequest(server), { onSuccess: onDone });
      }}
    >
      <Stack gap="sm">
        {failure && errors.size === 0 && <FailureNotice failure={failure} />}
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <TextInput
            label={t`Mail server`}
            placeholder="smtp.example.com"
            autoFocus
            {...required}
            {...field('host')}
          />
          <NativeSelect
            label={t`Security`}
            data={securities.map(({ value, label }) => ({ value, label: t(label) }))}
            value={server.security}
            onChange={(event) => {
              const chosen = securities.find(({ value }) => value === event.currentTarget.value);
              if (chosen) secure(chosen.value);
            }}
          />
          <TextInput
            label={t`Port`}
            inputMode="numeric"
            pattern="[0-9]+"
            {...required}
            {...field('port')}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput
            label={t({ message: 'User', context: 'name on a mail server' })}
            autoComplete="off"
            {...field('user')}
          />
          <PasswordInput label={t`Password`} autoComplete="off" {...field('password')} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput
            label={t`From address`}
            type="email"
            placeholder="desk@example.com"
            {...required}
            {...field('fromAddress')}
          />
          <TextInput label={t`From name`} {...field('fromName')} />
        </SimpleGrid>
        <Group>
          <Button type="submit" variant="default" loading={add.isPending}>
            <Trans>Connect</Trans>
          </Button>
          <Button variant="subtle" color="gray" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
