import { Trans } from '@lingui/react/macro';
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
        <col className={compact ? undefined : classes.whom} />
        {!compact && <col className={classes.reach} />}
        <col className={classes.messages} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>
              <Trans>Ticked</Trans>
            </VisuallyHidden>
          </th>
          {!compact && (
            <th scope="col">
              <Trans>Time</Trans>
            </th>
          )}
          {!compact && (
            <th scope="col">
              <Trans>Appointment</Trans>
            </th>
          )}
          <th scope="col">
            <Trans>Person</Trans>
          </th>
          {!compact && (
            <th scope="col">
              <Trans>Reached by</Trans>
            </th>
          )}
          <th scope="col">
            <Trans>Messages</Trans>
          </th>
        </tr>
      </thead>
    </>
  );
}
