import { select } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { failureOrNull } from '../../api/failure.ts';
import { useSession } from '../../api/session.ts';
import { useSendTest } from '../../api/test-messages.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { fieldErrors, sendFailureInWords } from '../../wording/failures.ts';
import { previewRequestOf } from './draft-request.ts';
import { lastTestPhone, rememberTestPhone } from './test-phone.ts';
import { TestSent } from './test-sent.tsx';
import type { Compose } from './use-compose.ts';

/** Sends exactly what the person in the preview would get to whoever writes; says where to before. */
export function SendTest({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, preview, behind, errors } = compose;
  const { user } = useSession();
  const { email } = user;
  const [isOpen, setOpen] = useState(false);
  const [phone, setPhone] = useState(() => lastTestPhone(user.email));
  const [key, setKey] = useState(() => crypto.randomUUID());
  const send = useSendTest();
  const failure = failureOrNull(send.error);
  const { data } = preview;
  if (!data || preview.failure) return null;
  const spoken = data.messages.map(({ channel }) => channel);
  const byPhone = spoken.filter((channel) => channel !== 'email');
  const kinds = (byPhone.length === 1 && byPhone[0]) || 'both';
  const name = data.name || data.messages[0]?.address;
  const close = () => {
    setOpen(false);
    send.reset();
  };
  const submit = () => {
    const request = previewRequestOf(draft);
    if (request === null || send.isPending) return;
    const test = { ...request, index: data.index, ...(byPhone.length > 0 && { phone }) };
    send.mutate(
      { key, request: test },
      {
        onSuccess: () => {
          rememberTestPhone(user.email, phone);
          // What is sent after this is another test.
          setKey(crypto.randomUUID());
        },
        // Something that was refused is not sent by its key, nor the mended one.
        onError: (error) => {
          if (failureOrNull(error)?.kind === 'problem') setKey(crypto.randomUUID());
        },
      },
    );
  };
  if (!isOpen) {
    return (
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconSend size={16} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          <Trans>Send test to me</Trans>
        </Button>
      </Group>
    );
  }
  return (
    <Paper component="section" withBorder p="sm" aria-label={t`Test to me`}>
      <Stack gap="xs">
        <Text size="sm">
          <Trans>
            Exactly what {name} would get goes to you, now, as a real message. It is not counted for{' '}
            {name}.
          </Trans>
        </Text>
        {spoken.includes('email') && <Text size="sm">{t`The email goes to ${email}.`}</Text>}
        {byPhone.length > 0 && (
          <TextInput
            label={t`${select(kinds, {
              sms: 'Your number, for texts',
              voice: 'Your number, for calls',
              other: 'Your number, for texts and calls',
            })}`}
            type="tel"
            value={phone}
            error={fieldErrors(failure).get('phone')}
            onChange={(event) => {
              send.reset();
              setPhone(event.currentTarget.value);
            }}
          />
        )}
        {failure && !fieldErrors(failure).has('phone') && (
          <FailureNotice failure={failure} words={sendFailureInWords(failure)} />
        )}
        {send.data && <TestSent test={send.data} />}
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={send.isPending}
            disabled={behind || errors.size > 0 || (byPhone.length > 0 && phone.trim() === '')}
            onClick={submit}
          >
            {send.data ? t`Send another test` : t`Send the test`}
          </Button>
          <Button size="xs" variant="subtle" onClick={close}>
            {send.data ? t`Close` : t`Cancel`}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
