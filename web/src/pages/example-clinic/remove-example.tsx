import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useExampleClinic } from '../../api/calendars.ts';
import { failureOrNull } from '../../api/failure.ts';
import { Question } from '../../components/question.tsx';

/** Takes the example clinic away, once somebody has said yes to what goes with it. */
export function RemoveExample() {
  const [isAsking, setAsking] = useState(false);
  const example = useExampleClinic();
  const close = () => {
    setAsking(false);
    example.reset();
  };
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          Take the example clinic away
        </Button>
      </Group>
      <Question
        opened={isAsking}
        onClose={close}
        title="Take the example clinic away?"
        no="Keep it"
        yes="Take it away"
        onYes={() => example.mutate('DELETE', { onSuccess: close })}
        isBusy={example.isPending}
        failure={failureOrNull(example.error)}
      >
        <Text>
          Its appointments go, and so do the practice messages to its people, from the outbox and
          from the phones. Nothing else is touched.
        </Text>
      </Question>
    </>
  );
}
