import { UnstyledButton } from '@mantine/core';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { shortDay } from '../../format/day.ts';
import classes from './agenda-table.module.css';
import { lastDay } from './last-day.ts';

type Props = {
  appointment: Appointment;
  timeZone: string;
  tabIndex: number;
  onEdit: ((appointment: Appointment) => void) | null;
};

/** What it is, and until which day; struck through, and said so, where it was cancelled. */
export function AppointmentTitle({ appointment, timeZone, tabIndex, onEdit }: Props) {
  const title = appointment.title || 'Untitled';
  const last = lastDay(appointment, timeZone);
  const until = last === null ? '' : `until ${shortDay(last)}`;
  const hover = [title, appointment.location, until].filter(Boolean).join(' · ');
  const cancelled = appointment.status === 'cancelled';
  const words = cancelled ? <s className={classes.cancelled}>{title}</s> : title;
  const state = [until, appointment.status === 'confirmed' ? '' : appointment.status];
  const notes = state.filter(Boolean).join(' · ');
  return (
    <span title={hover}>
      {onEdit ? (
        <UnstyledButton
          className={classes.title}
          data-title
          tabIndex={tabIndex}
          onClick={() => onEdit(appointment)}
        >
          {words}
        </UnstyledButton>
      ) : (
        words
      )}
      {notes && <span className={classes.quiet}> {notes}</span>}
    </span>
  );
}
