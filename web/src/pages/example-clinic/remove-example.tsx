import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useExampleClinic } from '../../api/calendars.ts';
import { failureOrNull } from '../../api/failure.ts';
import { Question } from '../../components/question.tsx';
import { endTour } from '../../tour/tour-store.ts';
import { TakeTour } from './take-tour.tsx';

/** Takes the example clinic away, once somebody has said yes to what goes with it. */
export function RemoveExample() {
  const [isAsking, setAsking] = useState(false);
  const example = useExampleClinic();
  const close = () => {
    setAsking(false);
    example.reset();
  };
  // It may be gone with what it takes away when the answer comes.
  const gone = () => {
    endTour();
    close();
  };
  return (
    <>
      <Group>
        <TakeTour />
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
        onYes={() => void example.mutateAsync('DELETE').then(gone, () => undefined)}
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
