import { Trans, useLingui } from '@lingui/react/macro';
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
  const { t } = useLingui();
  const { id, status, isTypedIn, messages } = appointment;
  const [asks, setAsks] = useState<'status' | 'removal' | null>(null);
  const say = useSetStatus(id);
  const remove = useRemoveAppointment(id);
  const isOff = status === 'cancelled';
  const turn = isOff
    ? t({ message: 'Bring back', context: 'the appointment' })
    : t`Cancel appointment`;
  const keep = t({ message: 'Keep it', context: 'the appointment' });
  const isUntouched = messages.sent + messages.scheduled + messages.uncertain === 0;
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setAsks('status')}>
        {turn}
      </Button>
      {status === 'tentative' && (
        <Button
          variant="default"
          loading={say.isPending && asks === null}
          onClick={() => say.mutate('confirmed', { onSuccess: onDone })}
        >
          <Trans context="the appointment">Confirm</Trans>
        </Button>
      )}
      {isTypedIn && isUntouched && (
        <Button variant="subtle" color="red" onClick={() => setAsks('removal')}>
          <Trans context="the appointment">Remove</Trans>
        </Button>
      )}
      <Question
        opened={asks === 'status'}
        onClose={() => setAsks(null)}
        title={isOff ? t`Bring this appointment back?` : t`Cancel this appointment?`}
        no={isOff ? t({ message: 'Leave it cancelled', context: 'the appointment' }) : keep}
        yes={turn}
        isHarmless={isOff}
        onYes={() => say.mutate(isOff ? 'confirmed' : 'cancelled', { onSuccess: onDone })}
        isBusy={say.isPending}
        failure={failureOrNull(say.error)}
      >
        <WaitingMessages appointmentId={id} isOff={isOff} />
      </Question>
      <Question
        opened={asks === 'removal'}
        onClose={() => setAsks(null)}
        title={t`Remove this appointment?`}
        no={keep}
        yes={t({ message: 'Remove', context: 'the appointment' })}
        onYes={() => remove.mutate(undefined, { onSuccess: onDone })}
        isBusy={remove.isPending}
        failure={failureOrNull(remove.error)}
      >
        <Text>
          <Trans>
            It was typed in by mistake, and nothing was sent about it: it goes without a trace. One
            that only does not take place is better cancelled.
          </Trans>
        </Text>
      </Question>
    </Group>
  );
}
