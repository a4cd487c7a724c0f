import { VisuallyHidden } from '@mantine/core';
import classes from './agenda-table.module.css';

/** The names of the columns. On a phone three of them share one. */
export function AgendaHead({ compact }: { compact: boolean }) {
  return (
    <>
      <colgroup>
        <col className={classes.tick} />
        {!compact && <col className={classes.time} />}
        {!compact && <col />}
        <col />
        {!compact && <col className={classes.reach} />}
        <col className={classes.messages} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>Ticked</VisuallyHidden>
          </th>
          {!compact && <th scope="col">Time</th>}
          {!compact && <th scope="col">Appointment</th>}
          <th scope="col">Person</th>
          {!compact && <th scope="col">Reached by</th>}
          <th scope="col">Messages</th>
        </tr>
      </thead>
    </>
  );
}
