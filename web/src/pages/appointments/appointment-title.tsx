import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
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

/** What is said of it beside its title; that it takes place goes without saying. */
const states = {
  tentative: msg({ message: 'tentative', context: 'appointment' }),
  cancelled: msg({ message: 'cancelled', context: 'appointment' }),
} as const;

/** What it is, and until which day; struck through, and said so, where it was cancelled. */
export function AppointmentTitle({ appointment, timeZone, tabIndex, onEdit }: Props) {
  const { t } = useLingui();
  const { status } = appointment;
  const title = appointment.title || t({ message: 'Untitled', context: 'appointment' });
  const last = lastDay(appointment, timeZone);
  const day = last === null ? null : shortDay(last);
  const until = day === null ? '' : t({ message: `until ${day}`, comment: 'Its last day' });
  const hover = [title, appointment.location, until].filter(Boolean).join(' · ');
  const words = status === 'cancelled' ? <s className={classes.cancelled}>{title}</s> : title;
  const state = status === 'confirmed' ? '' : t(states[status]);
  const notes = [until, state].filter(Boolean).join(' · ');
  return (
    <span className={classes.titled} title={hover}>
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
        <span className={classes.title}>{words}</span>
      )}
      {notes && <span className={classes.quiet}> {notes}</span>}
    </span>
  );
}
