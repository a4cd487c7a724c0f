import { useLingui } from '@lingui/react/macro';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { useIsAsked } from '../../components/asking.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useCompact } from '../../components/use-compact.ts';
import { AppointmentForm } from './appointment-form.tsx';
import { FromCalendar } from './from-calendar.tsx';

type Props = {
  /** null: a new one. */
  appointment: Appointment | null;
  onClose: () => void;
};

/** An appointment: typed in, changed, or, where a calendar brought it, cancelled and brought back. */
export function AppointmentDialog({ appointment, onClose }: Props) {
  const { t } = useLingui();
  const compact = useCompact();
  const isAsked = useIsAsked();
  const isTyped = appointment === null || appointment.isTypedIn;
  const title = isTyped
    ? t`Change appointment`
    : appointment.title || t({ message: 'Untitled', context: 'appointment' });
  return (
    <Dialog
      onClose={onClose}
      title={<bdi>{appointment === null ? t`Add appointment` : title}</bdi>}
      size="44rem"
      fullScreen={compact}
      closeOnClickOutside={false}
      closeOnEscape={!isAsked}
    >
      {isTyped ? (
        <AppointmentForm appointment={appointment} onDone={onClose} />
      ) : (
        <FromCalendar appointment={appointment} onDone={onClose} />
      )}
    </Dialog>
  );
}
