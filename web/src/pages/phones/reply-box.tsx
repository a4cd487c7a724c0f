import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { SandboxDevice } from '../../../../src/contract/sandbox.ts';
import { failureOf } from '../../api/failure.ts';
import { useReply } from '../../api/sandbox.ts';
import { useMayAct } from '../../api/session.ts';
import { failureInWords } from '../../wording/failures.ts';

/** Answers as the person whose device it is. */
export function ReplyBox({ device: { kind, address } }: { device: SandboxDevice }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  // The same answer keeps its id until it was taken: pressed again after a lost reply, it comes once.
  const id = useRef(crypto.randomUUID());
  const reply = useReply();
  const mayAct = useMayAct();
  const send = () => {
    if (text.trim() === '' || reply.isPending) return;
    const channel = kind === 'phone' ? 'sms' : 'email';
    reply.mutate(
      { channel, address, text: text.trim(), id: id.current },
      {
        onSuccess: () => {
          id.current = crypto.randomUUID();
          setText('');
        },
      },
    );
  };
  if (!mayAct) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Group gap="xs" wrap="nowrap" align="flex-start" mb="xs">
        <TextInput
          size="xs"
          flex={1}
          aria-label={t`Answer from ${address}`}
          placeholder={t`Answer, as in STOP`}
          maxLength={10_000}
          value={text}
          error={reply.error && failureInWords(failureOf(reply.error)).what}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          loading={reply.isPending}
          disabled={text.trim() === ''}
        >
          <Trans context="verb">Answer</Trans>
        </Button>
      </Group>
    </form>
  );
}
