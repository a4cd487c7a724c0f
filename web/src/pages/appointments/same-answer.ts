import type { Answer } from '../../../../src/contract/answer.ts';
import type { Appointment } from '../../../../src/contract/appointment.ts';

/**
 * What all of several people on an appointment answered; null where they did not all, or it is cancelled itself.
 * Of one alone it stands beside the name.
 */
export function sameAnswer({ participants, status }: Appointment): Answer | null {
  const [first, ...others] = participants;
  const said = first?.answer?.said;
  if (said === undefined || others.length === 0 || status === 'cancelled') return null;
  return others.every(({ answer }) => answer?.said === said) ? said : null;
}
