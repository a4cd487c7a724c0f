import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useExampleClinic } from '../../api/calendars.ts';
import { failureOrNull } from '../../api/failure.ts';
import { Question } from '../../components/question.tsx';
import { endTour } from '../../tour/tour-store.ts';
import { TakeTour } from './take-tour.tsx';

/** Takes the example clinic away, once somebody has said yes to what goes with it. */
export function RemoveExample() {
  const { t } = useLingui();
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
          <Trans>Take the example clinic away</Trans>
        </Button>
      </Group>
      <Question
        opened={isAsking}
        onClose={close}
        title={t`Take the example clinic away?`}
        no={t({ message: 'Keep it', context: 'the example clinic' })}
        yes={t({ message: 'Take it away', context: 'the example clinic' })}
        onYes={() => void example.mutateAsync('DELETE').then(gone, () => undefined)}
        isBusy={example.isPending}
        failure={failureOrNull(example.error)}
      >
        <Text>
          <Trans>
            Its appointments go, and so do the practice messages to its people, from the outbox and
            from the phones. Nothing else is touched.
          </Trans>
        </Text>
      </Question>
    </>
  );
}
