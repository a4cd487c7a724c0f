import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useStable } from '../../components/use-stable.ts';
import { loadedBetween, loadedOfDay, readBetween, readDay } from './agenda-range.ts';
import { withTicks } from './selection.ts';
import { getSelection, setSelection } from './selection-store.ts';
import type { Agenda } from './use-agenda.ts';

type Asked = { read: () => Promise<Appointment[]>; ticked: boolean };

/**
 * Ticks one appointment, or with shift all from the last one that was ticked up to it, or a day. What of them
 * was scrolled past and let go of, or is not loaded yet, is asked for first; `failure` says where that fails.
 */
export function useTicking(agenda: Agenda) {
  const last = useRef<Appointment | null>(null);
  const asking = useMutation({
    mutationFn: ({ read }: Asked) => read(),
    onSuccess: (found, { ticked }) => tick(found, ticked),
  });

  const onTick = useStable((appointment: Appointment, ticked: boolean, withShift: boolean) => {
    const from = withShift ? last.current : null;
    last.current = appointment;
    if (from === null) return tick([appointment], ticked);
    const range = loadedBetween(agenda, from, appointment);
    if (range) tick(range, ticked);
    else asking.mutate({ read: () => readBetween(agenda, from, appointment), ticked });
  });
  const onTickDay = useStable((day: string, ticked: boolean) => {
    const whole = loadedOfDay(agenda, day);
    if (whole) tick(whole, ticked);
    else asking.mutate({ read: () => readDay(agenda, day), ticked });
  });
  return {
    onTick,
    onTickDay,
    failure: failureOrNull(asking.error),
    retry: () => {
      if (asking.variables) asking.mutate(asking.variables);
    },
  };
}

function tick(appointments: readonly Appointment[], ticked: boolean): void {
  setSelection(withTicks(getSelection(), appointments, ticked));
}
