import { msg, t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Channel } from '../../../../src/contract/channel.ts';
import { type NotedConsent, useNoteConsent } from '../../api/consents.ts';
import { codeOf, type Failure, failureOrNull } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { channelPlural } from '../../wording/channels.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';

const channelsOf: Readonly<Record<'phone' | 'email', readonly Channel[]>> = {
  phone: ['sms', 'voice'],
  email: ['email'],
};

const kinds = [
  { value: 'explicit', label: msg`They agreed, in words` },
  { value: 'implied', label: msg`They gave us the address` },
  { value: 'revoked', label: msg`They want no more of it` },
] as const;

const sources = [
  { value: 'typed', label: msg`They told somebody here` },
  { value: 'form', label: msg`They ticked it in a form` },
  { value: 'imported', label: msg`It is on a list` },
] as const;

type Props = { kind: 'phone' | 'email'; address: string; onDone: () => void };

/** Notes what somebody agreed to or took back, with what proves it. */
export function NoteConsent({ kind, address, onDone }: Props) {
  const { t } = useLingui();
  const [first = 'sms'] = channelsOf[kind];
  const [noted, setNoted] = useState<NotedConsent>({
    ...{ state: 'granted', basis: 'explicit', source: 'typed', words: '', detail: '' },
    channel: first,
  });
  const note = useNoteConsent(address);
  const failure = failureOrNull(note.error);
  const errors = fieldErrors(failure);
  const change = (part: Partial<NotedConsent>) => {
    note.reset();
    setNoted((old) => ({ ...old, ...part }));
  };
  const { state, basis, source, channel, words, detail } = noted;
  return (
    <form
      aria-label={t`Consent of ${address}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate(noted, { onSuccess: onDone });
      }}
    >
      <Stack gap="xs" py="xs">
        <Group gap="xs" align="flex-start">
          <NativeSelect
            label={t({ message: 'What', context: 'field: what somebody agreed to or took back' })}
            flex="1 1 12rem"
            autoFocus
            data={kinds.map(({ value, label }) => ({ value, label: t(label) }))}
            value={state === 'revoked' ? 'revoked' : basis}
            onChange={({ currentTarget: { value } }) =>
              change(
                value === 'revoked'
                  ? { state: 'revoked' }
                  : { state: 'granted', basis: value === 'implied' ? 'implied' : 'explicit' },
              )
            }
          />
          <NativeSelect
            label={t({ message: 'For', context: 'texts, emails, calls' })}
            flex="1 1 8rem"
            data={channelsOf[kind].map((one) => ({ value: one, label: channelPlural(one) }))}
            value={channel}
            onChange={({ currentTarget: { value } }) =>
              change({ channel: channelsOf[kind].find((one) => one === value) ?? first })
            }
          />
        </Group>
        <NativeSelect
          label={t`How we know`}
          data={sources.map((one) => ({ value: one.value, label: t(one.label) }))}
          value={source}
          onChange={({ currentTarget: { value } }) =>
            change({ source: sources.find((one) => one.value === value)?.value ?? 'typed' })
          }
        />
        <Textarea
          label={t`In which words`}
          description={t`What was shown to them or said by them, word for word`}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2_000}
          value={words}
          error={errors.get('words')}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        <TextInput
          label={t`What else proves it`}
          placeholder={t`Where the form is kept, who heard it`}
          maxLength={2_000}
          value={detail}
          error={errors.get('detail')}
          onChange={(event) => change({ detail: event.currentTarget.value })}
        />
        {state === 'revoked' && (
          <Text size="sm">
            <Trans>
              Nothing is sent there from now on, and what is scheduled for them is left out.
            </Trans>
          </Text>
        )}
        {failure && errors.size === 0 && (
          <FailureNotice failure={failure} words={refusalInWords(failure)} />
        )}
        <Group gap="xs">
          <Button type="submit" size="xs" variant="default" loading={note.isPending}>
            <Trans comment="A button: writes down what they agreed to or took back">Note it</Trans>
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The way off the list stands below the form. */
function refusalInWords(failure: Failure) {
  const words = failureInWords(failure);
  if (codeOf(failure) !== 'suppressed') return words;
  const allowAgain = t`Allow again`;
  return {
    ...words,
    todo: t`Take it off with “${allowAgain}” below; where they put themselves on it, what they say then is noted as their consent.`,
  };
}
