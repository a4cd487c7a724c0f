import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useRemoveAppointment, useSetStatus } from '../../api/typed-appointments.ts';
import { Question } from '../../components/question.tsx';
import { WaitingMessages } from './waiting-messages.tsx';

type Props = { appointment: Appointment; onDone: () => void };

/** Cancels an appointment or brings it back, once it was said what that does; removes one typed in by mistake. */
export function StatusButtons({ appointment, onDone }: Props) {
  const { id, status, isTypedIn, messages } = appointment;
  const [asks, setAsks] = useState<'status' | 'removal' | null>(null);
  const say = useSetStatus(id);
  const remove = useRemoveAppointment(id);
  const isOff = status === 'cancelled';
  const isUntouched = messages.sent + messages.scheduled + messages.uncertain === 0;
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setAsks('status')}>
        {isOff ? 'Bring back' : 'Cancel appointment'}
      </Button>
      {status === 'tentative' && (
        <Button
          variant="default"
          loading={say.isPending && asks === null}
          onClick={() => say.mutate('confirmed', { onSuccess: onDone })}
        >
          Confirm
        </Button>
      )}
      {isTypedIn && isUntouched && (
        <Button variant="subtle" color="red" onClick={() => setAsks('removal')}>
          Remove
        </Button>
      )}
      <Question
        opened={asks === 'status'}
        onClose={() => setAsks(null)}
        title={isOff ? 'Bring this appointment back?' : 'Cancel this appointment?'}
        no={isOff ? 'Leave it cancelled' : 'Keep it'}
        yes={isOff ? 'Bring back' : 'Cancel appointment'}
        onYes={() => say.mutate(isOff ? 'confirmed' : 'cancelled', { onSuccess: onDone })}
        isBusy={say.isPending}
        failure={failureOrNull(say.error)}
      >
        <WaitingMessages appointmentId={id} isOff={isOff} />
      </Question>
      <Question
        opened={asks === 'removal'}
        onClose={() => setAsks(null)}
        title="Remove this appointment?"
        no="Keep it"
        yes="Remove"
        onYes={() => remove.mutate(undefined, { onSuccess: onDone })}
        isBusy={remove.isPending}
        failure={failureOrNull(remove.error)}
      >
        <Text>
          It was typed in by mistake, and nothing was sent about it: it goes without a trace. One
          that only does not take place is better cancelled.
        </Text>
      </Question>
    </Group>
  );
}
