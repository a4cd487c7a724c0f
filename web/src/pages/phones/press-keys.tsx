import { Button, Group, Text } from '@mantine/core';
import type { SandboxMessage } from '../../../../src/contract/sandbox.ts';
import { failureOf } from '../../api/failure.ts';
import { usePressKey } from '../../api/sandbox.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';

/** The keys that mean something in a call, to be pressed as whoever answered it. */
export function PressKeys({ message }: { message: SandboxMessage }) {
  const press = usePressKey();
  const { confirm, callBack, optOut } = message.call?.keys ?? {};
  const keys = [
    [confirm, 'confirm'],
    [callBack, 'call me back'],
    [optOut, 'no more calls'],
  ] as const;
  const meant = keys.filter(([key]) => key !== undefined);
  if (meant.length === 0) return null;
  return (
    <>
      <Group gap={4} mt={4}>
        {meant.map(([key = '', meaning]) => (
          <Button
            key={key}
            variant={message.pressed === key ? 'light' : 'default'}
            size="compact-xs"
            onClick={() => press.mutate({ messageId: message.id, key })}
          >
            {key}: {meaning}
          </Button>
        ))}
        {message.pressed !== null && (
          <Text size="xs" c="dimmed">
            {message.pressed} was pressed
          </Text>
        )}
      </Group>
      {press.error && <FailureNotice failure={failureOf(press.error)} />}
    </>
  );
}
