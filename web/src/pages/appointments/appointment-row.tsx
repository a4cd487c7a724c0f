import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import type { Appointment, Participant } from '../../../../src/contract/appointment.ts';
import { AnswerMark } from '../../components/answer-mark.tsx';
import { countsInWords, MessageCounts } from '../../components/message-counts.tsx';
import classes from './agenda-table.module.css';
import { AppointmentTime } from './appointment-time.tsx';
import { AppointmentTitle } from './appointment-title.tsx';
import { PersonCells } from './person-cells.tsx';
import { sameAnswer } from './same-answer.ts';

type Props = {
  appointment: Appointment;
  person: Participant | null;
  timeZone: string;
  ticked: boolean;
  disabled: boolean;
  tabIndex: number;
  compact: boolean;
  height: number;
  onTick: (appointment: Appointment, ticked: boolean, withShift: boolean) => void;
  onOpen: (person: Participant) => void;
  onEdit: ((appointment: Appointment) => void) | null;
};

/** An appointment's own line: checkbox, time and title, and its person where it has just one. */
export const AppointmentRow = memo(function AppointmentRow(props: Props) {
  const { appointment, person, timeZone, ticked, disabled, tabIndex, compact, height } = props;
  const { t } = useLingui();
  const { participants, messages } = appointment;
  const all = sameAnswer(appointment);
  const name = appointment.title || t`Appointment`;
  const time = <AppointmentTime appointment={appointment} timeZone={timeZone} />;
  const title = <AppointmentTitle {...{ appointment, timeZone, tabIndex }} onEdit={props.onEdit} />;
  const heading = compact ? (
    <span className={classes.stacked}>
      <span className={classes.quiet}>{time}</span> {title}
    </span>
  ) : null;
  return (
    <tr className={`${classes.row} ${ticked ? classes.ticked : ''}`} style={{ height }}>
      <td>
        <input
          type="checkbox"
          className={classes.box}
          aria-label={person ? `${name}, ${person.name}` : name}
          checked={ticked}
          disabled={disabled}
          tabIndex={-1}
          onChange={(event) => {
            const { shiftKey } = event.nativeEvent as MouseEvent; // a change of a checkbox is a click
            props.onTick(appointment, event.currentTarget.checked, shiftKey);
          }}
        />
      </td>
      {!compact && <td>{time}</td>}
      {!compact && <td>{title}</td>}
      {person ? (
        <PersonCells {...{ person, heading, tabIndex, compact }} onOpen={props.onOpen} />
      ) : (
        <>
          <td>
            {heading}
            <span className={classes.who}>
              <span className={classes.quiet}>
                {participants.length === 0 ? (
                  <Trans>nobody found on it</Trans>
                ) : (
                  <Plural value={participants.length} one="# person" other="# people" />
                )}
              </span>
              {all && <AnswerMark said={all} />}
            </span>
          </td>
          {!compact && <td />}
          <td>
            <MessageCounts counts={messages} />
            <VisuallyHidden>{countsInWords(messages)}</VisuallyHidden>
          </td>
        </>
      )}
    </tr>
  );
});
