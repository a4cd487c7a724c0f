import type { Appointment } from '../../../../src/contract/appointment.ts';
import classes from './agenda-table.module.css';

/** What it is; struck through, and said so, where it was cancelled. */
export function AppointmentTitle({ appointment }: { appointment: Appointment }) {
  const title = appointment.title || 'Untitled';
  const hover = [title, appointment.location].filter(Boolean).join(' · ');
  if (appointment.status === 'cancelled') {
    return (
      <span title={hover}>
        <s className={classes.cancelled}>{title}</s>{' '}
        <span className={classes.quiet}>cancelled</span>
      </span>
    );
  }
  return (
    <span title={hover}>
      {title}
      {appointment.status === 'tentative' && <span className={classes.quiet}> tentative</span>}
    </span>
  );
}
