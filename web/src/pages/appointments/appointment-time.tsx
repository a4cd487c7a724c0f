import type { Appointment } from '../../../../src/contract/appointment.ts';
import { timeIn } from '../../format/time.ts';

type Props = { appointment: Appointment; timeZone: string };

/** When it begins by the account's clock; its own clock is a hover away where that differs. */
export function AppointmentTime({ appointment, timeZone }: Props) {
  if (appointment.allDay) return <span>All day</span>;
  const here = timeIn(timeZone, appointment.startsAt);
  const there = timeIn(appointment.timeZone, appointment.startsAt);
  if (here === there) return <span>{here}</span>;
  return <abbr title={`${there} in ${appointment.timeZone}`}>{here}</abbr>;
}
