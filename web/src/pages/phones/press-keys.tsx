import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import type { SandboxMessage } from '../../../../src/contract/sandbox.ts';
import { failureOf } from '../../api/failure.ts';
import { usePressKey } from '../../api/sandbox.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';

/** The keys that mean something in a call, to be pressed as whoever answered it. */
export function PressKeys({ message }: { message: SandboxMessage }) {
  const { t } = useLingui();
  const press = usePressKey();
  const { pressed } = message;
  const { confirm, callBack, optOut } = message.call?.keys ?? {};
  const keys = [
    [confirm, t({ message: 'confirm', context: 'key' })],
    [callBack, t({ message: 'call me back', context: 'key' })],
    [optOut, t({ message: 'no more calls', context: 'key' })],
  ] as const;
  const meant = keys.filter(([key]) => key !== undefined);
  if (meant.length === 0) return null;
  return (
    <>
      <Group gap={4} mt={4}>
        {meant.map(([key = '', meaning]) => (
          <Button
            key={key}
            variant={pressed === key ? 'light' : 'default'}
            size="compact-xs"
            onClick={() => press.mutate({ messageId: message.id, key })}
          >
            {key}: {meaning}
          </Button>
        ))}
        {pressed !== null && (
          <Text size="xs" c="dimmed">
            <Trans comment="A key of a phone: “1 was pressed”">{pressed} was pressed</Trans>
          </Text>
        )}
      </Group>
      {press.error && <FailureNotice failure={failureOf(press.error)} />}
    </>
  );
}
