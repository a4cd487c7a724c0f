import type { Appointment, Participant } from '../../../../src/contract/appointment.ts';

/** What a row can do. The functions stay the same between renders, so that rows can be kept. */
export type AgendaActions = {
  onTick: (appointment: Appointment, ticked: boolean, withShift: boolean) => void;
  onTickDay: (day: string, ticked: boolean) => void;
  onOpen: (person: Participant) => void;
  /** null: whoever is signed in may only look. */
  onEdit: ((appointment: Appointment) => void) | null;
};
