import { memo } from 'react';
import type { Participant } from '../../../../src/contract/appointment.ts';
import classes from './agenda-table.module.css';
import { PersonCells } from './person-cells.tsx';

type Props = {
  person: Participant;
  ticked: boolean;
  tabIndex: number;
  compact: boolean;
  height: number;
  onOpen: (person: Participant) => void;
};

/** One of several people of the appointment above. */
export const ParticipantRow = memo(function ParticipantRow(props: Props) {
  const { person, ticked, tabIndex, compact, height, onOpen } = props;
  return (
    <tr className={`${classes.row} ${ticked ? classes.ticked : ''}`} style={{ height }}>
      <td colSpan={compact ? 1 : 3} />
      <PersonCells heading={null} {...{ person, tabIndex, compact, onOpen }} />
    </tr>
  );
});
