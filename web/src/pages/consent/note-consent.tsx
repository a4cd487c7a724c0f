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
  { value: 'explicit', label: 'They agreed, in words' },
  { value: 'implied', label: 'They gave us the address' },
  { value: 'revoked', label: 'They want no more of it' },
] as const;

const sources = [
  { value: 'typed', label: 'They told somebody here' },
  { value: 'form', label: 'They ticked it in a form' },
  { value: 'imported', label: 'It stands in a list' },
] as const;

type Props = { kind: 'phone' | 'email'; address: string; onDone: () => void };

/** Notes what somebody agreed to or took back, with what proves it. */
export function NoteConsent({ kind, address, onDone }: Props) {
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
      aria-label={`Consent of ${address}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate(noted, { onSuccess: onDone });
      }}
    >
      <Stack gap="xs" py="xs">
        <Group gap="xs" align="flex-start">
          <NativeSelect
            label="What"
            flex="1 1 12rem"
            data={kinds}
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
            label="For"
            flex="1 1 8rem"
            data={channelsOf[kind].map((one) => ({ value: one, label: channelPlural(one) }))}
            value={channel}
            onChange={({ currentTarget: { value } }) =>
              change({ channel: channelsOf[kind].find((one) => one === value) ?? first })
            }
          />
        </Group>
        <NativeSelect
          label="How we know"
          data={sources}
          value={source}
          onChange={({ currentTarget: { value } }) =>
            change({ source: sources.find((one) => one.value === value)?.value ?? 'typed' })
          }
        />
        <Textarea
          label="In which words"
          description="What was shown to them or said by them, word for word"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2_000}
          value={words}
          error={errors.get('words')}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        <TextInput
          label="What else proves it"
          placeholder="Where the form is kept, who heard it"
          maxLength={2_000}
          value={detail}
          error={errors.get('detail')}
          onChange={(event) => change({ detail: event.currentTarget.value })}
        />
        {state === 'revoked' && (
          <Text size="sm">
            Nothing is sent there from now on, and what is scheduled for them is left out.
          </Text>
        )}
        {failure && errors.size === 0 && (
          <FailureNotice failure={failure} words={refusalInWords(failure)} />
        )}
        <Group gap="xs">
          <Button type="submit" size="xs" variant="default" loading={note.isPending}>
            Note it
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
            Cancel
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
  return {
    ...words,
    todo: 'Take it off with “Allow again” below; where they put themselves on it, what they say then is noted as their consent.',
  };
}
