import { useRef } from 'react';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import type { AppointmentInput } from '../../../../src/contract/typed-appointment.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useAddAppointment, useChangeAppointment } from '../../api/typed-appointments.ts';

/** Adds an appointment, or changes the one given. The same again after a lost answer adds nothing twice. */
export function useSave(appointment: Appointment | null, onSaved: () => void) {
  const add = useAddAppointment();
  const change = useChangeAppointment();
  const last = useRef({ asked: '', key: '' });
  const save = (json: AppointmentInput) => {
    if (appointment) {
      change.mutate({ id: appointment.id, json }, { onSuccess: onSaved });
      return;
    }
    const asked = JSON.stringify(json);
    if (last.current.asked !== asked) last.current = { asked, key: crypto.randomUUID() };
    add.mutate({ json, key: last.current.key }, { onSuccess: onSaved });
  };
  const { error, isPending } = appointment ? change : add;
  return { save, failure: failureOrNull(error), isPending };
}
