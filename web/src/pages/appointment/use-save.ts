import type { Appointment } from '../../../../src/contract/appointment.ts';
import type { AppointmentInput } from '../../../../src/contract/typed-appointment.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useAddAppointment, useChangeAppointment } from '../../api/typed-appointments.ts';

/** What was asked last without an answer that it is done: the same again has the same key. */
let last = { asked: '', key: '' };

/** Adds an appointment, or changes the one given. The same again after a lost answer adds nothing twice. */
export function useSave(appointment: Appointment | null, onSaved: () => void) {
  const add = useAddAppointment();
  const change = useChangeAppointment();
  const save = (json: AppointmentInput) => {
    if (appointment) {
      change.mutate({ id: appointment.id, json }, { onSuccess: onSaved });
      return;
    }
    const asked = JSON.stringify(json);
    if (last.asked !== asked) last = { asked, key: crypto.randomUUID() };
    const added = () => {
      last = { asked: '', key: '' };
      onSaved();
    };
    add.mutate({ json, key: last.key }, { onSuccess: added });
  };
  const { error, isPending } = appointment ? change : add;
  return { save, failure: failureOrNull(error), isPending };
}
