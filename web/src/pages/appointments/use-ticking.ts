import { useCallback, useRef } from 'react';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { withTicks } from './selection.ts';
import { getSelection, setSelection } from './selection-store.ts';

/** Ticks one appointment, or with shift all from the last one that was ticked up to it. */
export function useTicking(appointments: readonly Appointment[]) {
  const shown = useRef(appointments);
  shown.current = appointments;
  const last = useRef<string | null>(null);

  return useCallback((appointment: Appointment, ticked: boolean, withShift: boolean) => {
    const all = shown.current;
    const from = withShift ? all.findIndex(({ id }) => id === last.current) : -1;
    const to = all.findIndex(({ id }) => id === appointment.id);
    const range = from < 0 ? [appointment] : all.slice(Math.min(from, to), Math.max(from, to) + 1);
    last.current = appointment.id;
    setSelection(withTicks(getSelection(), range, ticked));
  }, []);
}
